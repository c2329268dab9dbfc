/**
 * The few places that touch what Jenkins has only one of: its instance, its permissions, its timer. Nothing of delivery
 * belongs here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.support;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
