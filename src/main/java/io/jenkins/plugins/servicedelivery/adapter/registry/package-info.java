/**
 * Images as the OCI specifications know them: registries and layouts behind the port {@code Registry}, and the building
 * of images behind {@code ImageBuilder}. Rules about images, such as what a label says, do not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.adapter.registry;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
