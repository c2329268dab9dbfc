/**
 * Configuration: keys and their schema, layers of values, the immutable revision that a version runs with.
 * How an environment uses a revision does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.config;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
