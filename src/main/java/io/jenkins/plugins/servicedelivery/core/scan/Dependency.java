package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** That one service calls another, how this stands with the catalog, and the evidence, the surest first. */
public record Dependency(Name caller, Name called, Standing standing, List<Sighting> sightings)
        implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::caller).thenComparing(Dependency::called);

    public Dependency {
        sightings = sightings.stream().distinct().sorted().toList();
    }

    /** How sure the surest evidence is; empty where nothing was seen. */
    public Optional<Confidence> confidence() {
        return sightings.stream().map(Sighting::confidence).findFirst();
    }

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
