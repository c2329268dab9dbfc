/**
 * The verbs of the product as use cases over ports. Steps, jobs, the command line and simulations call only these.
 * Rules belong to the feature packages; here they are put together.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.delivery;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
