/**
 * Images: references, templates, build plans, and what is known of a built image.
 * Environments and releases do not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.image;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
