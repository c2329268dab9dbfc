/**
 * The built-in cluster: a product feature, so that everything can be tried, tested and learned without infrastructure.
 * It behaves like a cluster as far as the ports of core can see, on a clock that is turned; what a release decides does
 * not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.adapter.simulated;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
