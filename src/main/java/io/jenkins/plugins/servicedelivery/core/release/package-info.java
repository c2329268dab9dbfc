/**
 * Gray releases: strategies, the state machine, the judge and its statistics.
 * Bringing up whole environments does not belong here.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.core.release;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
