package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares single wishes with what is observed, and notes what is missing and what needs time. */
final class WorldCheck {
    private final ObservedEnvironment world;
    private final Renderer renderer;
    private final Instant now;
    private final List<String> missing = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();

    WorldCheck(ObservedEnvironment world, Renderer renderer, Instant now) {
        this.world = world;
        this.renderer = renderer;
        this.now = now;
    }

    EnvironmentOutlook outlook() {
        return new EnvironmentOutlook(missing, pending);
    }

    void missing(String what) {
        missing.add(what);
    }

    void pending(String what) {
        pending.add(what);
    }

    boolean nothingPending() {
        return pending.isEmpty();
    }

    void isThere(String version, int replicas) {
        LiveVersion live = world.view().versions().get(version);
        if (live == null || !world.view().objects().containsAll(renderer.refsOfVersion(version))) {
            missing.add(version + " is not there");
        } else if (live.wanted() != replicas) {
            missing.add(version + " has " + live.wanted() + " instances, not " + replicas);
        }
    }

    void isGone(String version) {
        boolean gone = !world.view().versions().containsKey(version)
                && Collections.disjoint(world.view().objects(), renderer.refsOfVersion(version));
        if (!gone) {
            missing.add(version + " is still there");
        }
    }

    /** A version that has vanished is not ready either; it is not brought back here, because that is another state's work. */
    void isReady(String version) {
        LiveVersion live = world.view().versions().get(version);
        if (live == null) {
            pending.add(version + " is not there");
        } else if (!live.isReady()) {
            pending.add(version + " has " + live.ready() + " of " + live.wanted() + " instances ready"
                    + (live.hindrance().isEmpty() ? "" : ": " + live.hindrance()));
        }
    }

    void isStable(Name service, String version) {
        boolean selects = version.equals(world.view().stable().get(service))
                && world.view().objects().containsAll(renderer.refsOfStable(service));
        if (!selects) {
            missing.add("the stable Service of " + service + " does not select " + version);
        }
    }

    void hasNoStable(Name service) {
        if (!Collections.disjoint(world.view().objects(), renderer.refsOfStable(service))) {
            missing.add("the stable Service of " + service + " is still there");
        }
    }

    void isWritten(Name service, Route wanted) {
        if (!isRoutedAs(service, wanted)) {
            missing.add("the route of " + service + " is not as wanted");
        }
    }

    void isInEffect(Name service, Route wanted) {
        isWritten(service, wanted);
        if (isRoutedAs(service, wanted) && !world.shows(service, wanted)) {
            pending.add("the route of " + service + " is not in effect");
        }
    }

    /** The route is in effect for so long that whoever gets no requests by it has finished those it had. */
    void isDrained(Name service, Route wanted, Duration drain) {
        isInEffect(service, wanted);
        if (world.shows(service, wanted)) {
            Instant since = world.routes().get(service).inEffectSince().orElseThrow();
            if (now.isBefore(since.plus(drain))) {
                pending.add("requests of " + service + " are being finished");
            }
        }
    }

    void hasNoRoute(Name service) {
        if (world.route(service).isPresent()) {
            missing.add("the route of " + service + " is still there");
        }
    }

    private boolean isRoutedAs(Name service, Route wanted) {
        return world.route(service).filter(wanted::equals).isPresent();
    }
}
