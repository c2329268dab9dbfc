package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What runs for one version: its instances and what became of its image.
 *
 * @param template what every instance is made from
 * @param behaviour how the instances behave; empty until the image is there
 * @param hindrance why the instances cannot become ready; empty where nothing is known against it
 * @param pullAt when the image is asked for next; empty once it is there
 * @param started how many instances were ever started, so that each gets a number of its own
 */
record Workload(
        ImageReference image,
        SortedMap<String, Object> template,
        Optional<Behaviour> behaviour,
        String hindrance,
        Optional<Instant> pullAt,
        List<Instance> instances,
        long started) {
    /** How long a probe fails before the cluster says so. */
    static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);

    Workload {
        instances = List.copyOf(instances);
    }

    /** A workload without instances, whose image is asked for at once. */
    static Workload fresh(ImageReference image, SortedMap<String, Object> template, Instant now) {
        return new Workload(image, template, Optional.empty(), "", Optional.of(now), List.of(), 0);
    }

    /** How many instances take requests. */
    int ready(Instant now) {
        return (int)
                instances.stream().filter(instance -> instance.isReady(now)).count();
    }

    /** Why it is not ready, as the cluster says it; empty while it is merely starting. */
    String hindrance(Instant now) {
        boolean probeFails = behaviour.filter(Behaviour::neverReady).isPresent()
                && instances.stream()
                        .anyMatch(instance -> !instance.isReady(now)
                                && !probeFailsFrom(instance).isAfter(now));
        return hindrance.isEmpty() && probeFails ? "the readiness probe fails" : hindrance;
    }

    /** The times at which something about it changes by itself. */
    Stream<Instant> turningPoints() {
        return Stream.concat(
                pullAt.stream(),
                instances.stream()
                        .flatMap(instance ->
                                Stream.concat(instance.readyAt().stream(), Stream.of(probeFailsFrom(instance)))));
    }

    /** The same workload, hindered for this reason until its image is asked for again. */
    Workload unpulled(String reason, Optional<Instant> again) {
        return new Workload(image, template, behaviour, reason, again, instances, started);
    }

    /** The same workload with its image there. */
    Workload pulled(Behaviour known) {
        return new Workload(image, template, Optional.of(known), "", Optional.empty(), instances, started);
    }

    /** The same workload with these instances. */
    Workload with(List<Instance> others, long everStarted) {
        return new Workload(image, template, behaviour, hindrance, pullAt, others, everStarted);
    }

    /** The same workload with every instance changed and another hindrance. */
    Workload each(UnaryOperator<Instance> change, String reason) {
        List<Instance> changed = instances.stream().map(change).toList();
        return new Workload(image, template, behaviour, reason, Optional.empty(), changed, started);
    }

    private static Instant probeFailsFrom(Instance instance) {
        return instance.started().plus(PROBE_PATIENCE);
    }
}
