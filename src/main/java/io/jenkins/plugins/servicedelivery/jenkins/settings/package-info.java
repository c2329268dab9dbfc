/**
 * What administrators and owners of folders set: clusters, registries, and which product line may go where. Reading a
 * setting never reaches out; {@link io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters} does when it is asked
 * for a cluster.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
