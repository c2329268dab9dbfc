/**
 * The catalog: all kinds together and the checks that need more than one of them.
 * Reading YAML does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.catalog;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
