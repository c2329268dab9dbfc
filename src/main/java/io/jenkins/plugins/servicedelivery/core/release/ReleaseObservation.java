package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a release sees of the world in one tick.
 *
 * @param namespaceThere the environment's namespace is there, is ours and is not being removed
 * @param selected the version that the stable Service selects
 * @param reading the requests counted since the window began; read only when a look is due
 */
public record ReleaseObservation(
        boolean namespaceThere,
        Seen stable,
        Seen candidate,
        Optional<String> selected,
        Optional<RouteStatus> route,
        Reading reading) {

    /** What of a version's objects is there. */
    public enum Extent {
        NONE,
        SOME,
        ALL
    }

    /** A version as it was seen. */
    public record Seen(Extent objects, Optional<LiveVersion> live) {
        /** Whether it can take requests: all its objects are there, and at least one instance is ready. */
        public boolean canServe() {
            return objects == Extent.ALL
                    && live.filter(version -> version.ready() > 0).isPresent();
        }

        /** Whether every instance is ready. */
        public boolean isReady() {
            return objects == Extent.ALL && live.filter(LiveVersion::isReady).isPresent();
        }

        /** How it is, in words for people. */
        public String condition() {
            if (objects != Extent.ALL) {
                return objects == Extent.NONE ? "its objects are gone" : "some of its objects are gone";
            }
            return live.map(Seen::readiness).orElse("the cluster does not say how it is");
        }

        private static String readiness(LiveVersion version) {
            String hindrance = version.hindrance().isEmpty() ? "" : ": " + version.hindrance();
            return version.ready() + " of " + version.wanted() + " instances are ready" + hindrance;
        }
    }

    /**
     * What the metric source said.
     *
     * @param trouble why it could not say anything; empty where it answered
     */
    public record Reading(Optional<RequestCounts> candidate, Optional<RequestCounts> stable, String trouble) {
        /** Nothing was asked. */
        public static final Reading NONE = new Reading(Optional.empty(), Optional.empty(), "");
    }

    /** Whether exactly this route is written. */
    public boolean isWritten(Route wanted) {
        return route.filter(status -> status.written().equals(wanted)).isPresent();
    }

    /** Since when exactly this route has been in effect. */
    public Optional<Instant> inEffectSince(Route wanted) {
        return route.filter(status -> status.shows(wanted)).flatMap(RouteStatus::inEffectSince);
    }

    /** Whether the route has been in effect for at least this long. */
    public boolean hasBeenInEffect(Route wanted, Duration length, Instant now) {
        return inEffectSince(wanted)
                .filter(since -> !since.plus(length).isAfter(now))
                .isPresent();
    }
}
