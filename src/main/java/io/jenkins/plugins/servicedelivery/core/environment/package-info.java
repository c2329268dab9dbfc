/**
 * Environments: plans, versions, start order and claims, and the ports of the cluster that carries them.
 * Judging a version belongs to releases.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.environment;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
