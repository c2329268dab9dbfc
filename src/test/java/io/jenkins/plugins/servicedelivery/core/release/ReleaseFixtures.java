package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Extent;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Reading;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Seen;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.PauseCause;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Inconclusive;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.JudgeSettings;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Strategies, a plan, states and observations of a release of the shop's orders service. */
final class ReleaseFixtures {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant LONG_AGO = NOW.minus(Duration.ofHours(5));
    static final Name ORDERS = Name.of("orders");

    private ReleaseFixtures() {}

    /** Steps of 5, 25 and 50 %, held 2, 3 and 3 minutes; a look every 30 s, tolerance 1 %, false alarm 1 %. */
    static ReleaseStrategy careful() {
        return CatalogFixtures.careful();
    }

    static ReleaseStrategy careful(Inconclusive inconclusive) {
        ReleaseStrategy careful = careful();
        JudgeSettings judge = careful.judge();
        return with(
                careful,
                careful.steps(),
                new JudgeSettings(
                        judge.interval(),
                        judge.warmUp(),
                        judge.errorTolerance(),
                        judge.minimumRequests(),
                        judge.falseAlarm(),
                        judge.patience(),
                        inconclusive));
    }

    /** The careful strategy, where a person must agree after every step. */
    static ReleaseStrategy manual() {
        List<Step> steps = new ArrayList<>();
        careful().steps().forEach(step -> steps.add(new Step(step.weight(), step.hold(), true)));
        return with(careful(), steps, careful().judge());
    }

    static ReleaseStrategy with(ReleaseStrategy strategy, List<Step> steps, JudgeSettings judge) {
        return new ReleaseStrategy(
                strategy.name(),
                steps,
                judge,
                strategy.readyWithin(),
                strategy.inEffectWithin(),
                strategy.keep(),
                strategy.abandonAfter());
    }

    static ReleasePlan plan(ReleaseStrategy strategy) {
        ConfiguredVersion old = version("v1");
        return new ReleasePlan(
                new Ownership(CatalogFixtures.SHOP, CatalogFixtures.PRODUCTION),
                "shop-production",
                live(old.version(), 3, ""),
                version("v2"),
                3,
                strategy,
                Duration.ofSeconds(10));
    }

    static ReleasePlan plan() {
        return plan(careful());
    }

    static ConfiguredVersion version(String build) {
        return ConfiguredVersion.of(
                CatalogFixtures.service("orders", "application"),
                CatalogFixtures.javaService(),
                ImageReference.parse("registry.local/shop/orders").at(Digest.of(build)),
                new TreeMap<>());
    }

    static LiveVersion live(Version version, int ready, String hindrance) {
        return new LiveVersion(
                version.name(),
                version.service(),
                version.image(),
                version.configuration(),
                version.ports(),
                3,
                ready,
                hindrance);
    }

    /** A version of which so many of three instances are ready. */
    static Seen ready(int instances) {
        return new Seen(Extent.ALL, Optional.of(live(version("v2").version(), instances, "")));
    }

    static Seen gone() {
        return new Seen(Extent.NONE, Optional.empty());
    }

    static Position at(int step) {
        List<Step> steps = careful().steps();
        return new Position(step, step < steps.size() ? steps.get(step).weight() : Weight.ALL, 7);
    }

    /** One state of each kind, entered one second ago; holding has its next look still to come. */
    static List<ReleaseState> everyState() {
        Instant since = NOW.minusSeconds(1);
        return List.of(
                new ReleaseState.Preparing(since),
                new ReleaseState.Shifting(at(1), since),
                new ReleaseState.Holding(at(1), NOW.minusSeconds(45), NOW.plusSeconds(15)),
                new ReleaseState.Paused(at(1), PauseCause.PERSON, "paused by bob", since),
                new ReleaseState.Promoting(at(3), since),
                new ReleaseState.Selecting(since),
                new ReleaseState.Keeping(NOW.plusSeconds(3600)),
                new ReleaseState.Retiring(since),
                new ReleaseState.Removing(since),
                new ReleaseState.Completed("the old version was removed"),
                new ReleaseState.RollingBack("too many errors", true, since),
                new ReleaseState.CleaningUp("too many errors", since),
                new ReleaseState.Discarding("too many errors", since),
                new ReleaseState.RolledBack("too many errors"));
    }

    static Signal signal(Signal.Kind kind) {
        return new Signal(kind, "bob", "because", NOW);
    }

    /** Everything is up, stable is selected, and there is no route of ours. */
    static World world() {
        return new World(true, ready(3), ready(3), Optional.of(plan().stable().name()), Optional.empty(), Reading.NONE);
    }

    /** An observation in the making. */
    record World(
            boolean namespace,
            Seen stable,
            Seen candidate,
            Optional<String> selected,
            Optional<RouteStatus> route,
            Reading reading) {
        World withoutNamespace() {
            return new World(false, stable, candidate, selected, route, reading);
        }

        World stable(Seen seen) {
            return new World(namespace, seen, candidate, selected, route, reading);
        }

        World candidate(Seen seen) {
            return new World(namespace, stable, seen, selected, route, reading);
        }

        World selecting(String version) {
            return new World(namespace, stable, candidate, Optional.of(version), route, reading);
        }

        World selectingCandidate() {
            return selecting(plan().candidate().name());
        }

        /** The route divides like this, and has for hours. */
        World route(Route written) {
            return route(written, Optional.of(LONG_AGO));
        }

        World route(Route written, Optional<Instant> inEffectSince) {
            return new World(
                    namespace,
                    stable,
                    candidate,
                    selected,
                    Optional.of(new RouteStatus(written, inEffectSince)),
                    reading);
        }

        World at(int percent) {
            return route(plan().split(new Weight(percent)));
        }

        World reading(long candidateTotal, long candidateErrors, long stableTotal, long stableErrors) {
            return reading(new Reading(
                    Optional.of(new RequestCounts(candidateTotal, candidateErrors)),
                    Optional.of(new RequestCounts(stableTotal, stableErrors)),
                    ""));
        }

        World reading(Reading other) {
            return new World(namespace, stable, candidate, selected, route, other);
        }

        ReleaseObservation seen() {
            return new ReleaseObservation(namespace, stable, candidate, selected, route, reading);
        }
    }
}
