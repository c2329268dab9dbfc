package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an environment operation sees.
 *
 * @param published the services whose configuration of the plan can be read; looked at only while preparing
 */
public record EnvironmentObservation(ObservedEnvironment world, SortedSet<Name> published) {
    public EnvironmentObservation {
        published = Collections.unmodifiableSortedSet(new TreeSet<>(published));
    }
}
