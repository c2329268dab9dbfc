/**
 * What a source tree says about itself: the dependencies between services, compared with what the catalog declares.
 * Reading files does not belong here; that is the source adapter's work.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.scan;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
