package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What bringing an environment to what the catalog says will change, frozen before anything is touched.
 *
 * @param createsNamespace the namespace is not there yet, so that going back removes it
 * @param waves the services that change, in the order they start: a wave needs only services of earlier waves or kept ones
 * @param kept the services that stay as they are, with their versions
 * @param pruned what is there and no longer wanted
 */
public record EnvironmentPlan(
        Ownership owner,
        String namespace,
        boolean createsNamespace,
        List<Wave> waves,
        SortedMap<Name, String> kept,
        List<Pruned> pruned,
        Limits limits)
        implements Plan {
    /** Services that start together. */
    public record Wave(List<ServiceChange> changes) {
        public Wave {
            changes = List.copyOf(changes);
        }
    }

    /** A service of ours that the environment has no longer, with all its versions. */
    public record Pruned(Name service, List<String> versions) {
        public Pruned {
            versions = List.copyOf(versions);
        }
    }

    /**
     * How long things may take.
     *
     * @param readyWithin one wave, to become ready
     * @param inEffectWithin a written route, to be in effect
     * @param drain how long a version that gets no new requests may finish those it has
     * @param goneWithin removed objects, to disappear
     */
    public record Limits(Duration readyWithin, Duration inEffectWithin, Duration drain, Duration goneWithin) {
        private static final Duration IN_EFFECT = Duration.ofMinutes(1);
        private static final Duration DRAIN = Duration.ofSeconds(10);
        private static final Duration GONE = Duration.ofMinutes(2);

        /** What an environment says, and what holds where it says nothing. */
        public static Limits of(Environment environment) {
            return new Limits(environment.readyWithin(), IN_EFFECT, DRAIN, GONE);
        }
    }

    public EnvironmentPlan {
        waves = List.copyOf(waves);
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        pruned = List.copyOf(pruned);
    }

    /** The environment's claim, and one for each service that changes or goes. */
    @Override
    public List<String> claims() {
        Stream<String> services = touchedServices().stream().map(service -> ClaimNames.service(namespace, service));
        return Stream.concat(Stream.of(ClaimNames.environment(namespace)), services)
                .sorted()
                .toList();
    }

    /** Whether everything is as it should be already. */
    public boolean changesNothing() {
        return !createsNamespace && waves.isEmpty() && pruned.isEmpty();
    }

    /** Every service that changes or goes. */
    public List<Name> touchedServices() {
        return Stream.concat(
                        changes().map(ServiceChange::service), pruned.stream().map(Pruned::service))
                .toList();
    }

    /** Every service that changes, in start order. */
    public Stream<ServiceChange> changes() {
        return waves.stream().flatMap(wave -> wave.changes().stream());
    }

    /** The services that change in the first waves, as many as given. */
    public Stream<ServiceChange> changesOfFirst(int count) {
        return waves.stream().limit(count).flatMap(wave -> wave.changes().stream());
    }

    /** The change of this service. */
    public Optional<ServiceChange> change(Name service) {
        return changes().filter(change -> change.service().equals(service)).findFirst();
    }
}
