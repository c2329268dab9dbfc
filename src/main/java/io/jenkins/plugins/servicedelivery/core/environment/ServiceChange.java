package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.util.List;
import java.util.Optional;

/**
 * What a plan does to one service.
 *
 * @param target what it will run
 * @param createsVersion the target is not there yet, so that going back removes it
 * @param replicas how many instances it will have
 * @param before the version that requests went to when the plan was made; empty where there was none
 */
public record ServiceChange(
        Kind kind,
        List<Reason> reasons,
        ConfiguredVersion target,
        boolean createsVersion,
        int replicas,
        Optional<LiveVersion> before) {
    /** How the service changes. */
    public enum Kind {
        /** It has no version yet. */
        CREATE,
        /** A new version takes the place of the one that runs. */
        REPLACE,
        /** The same version gets another number of instances. */
        SCALE,
        /** The same version, but something of it is not as it should be. */
        MEND
    }

    /** Why it changes. */
    public enum Reason {
        IMAGE("image"),
        CONFIGURATION("configuration"),
        PORTS("ports"),
        PROBE("probe"),
        REPLICAS("replicas"),
        OBJECTS("objects are missing"),
        ROUTE("requests do not go to it"),
        READINESS("it is not ready");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }

    public ServiceChange {
        reasons = List.copyOf(reasons);
    }

    /** The service. */
    public Name service() {
        return target.version().service();
    }

    /** Whether requests move, so that the route and the stable Service are written. */
    public boolean movesTraffic() {
        return kind == Kind.CREATE || kind == Kind.REPLACE || reasons.contains(Reason.ROUTE);
    }

    /** The version that goes away when all is well. */
    public Optional<LiveVersion> replaced() {
        return before.filter(version -> !version.name().equals(target.name()));
    }

    /** All requests to the target, the replaced version still referenced so that it can finish what it has. */
    public Route forward() {
        return replaced()
                .map(old -> Route.split(old.name(), target.name(), Weight.ALL))
                .orElseGet(this::settled);
    }

    /** All requests back to the version that was there before, the target still referenced. */
    public Optional<Route> backward() {
        return replaced().map(old -> Route.split(old.name(), target.name(), Weight.NONE));
    }

    /** All requests to the target, nothing else referenced. */
    public Route settled() {
        return Route.allTo(target.name());
    }

    /** How many instances the target had before, so that going back can restore them. */
    public Optional<Integer> replicasBefore() {
        return before.filter(version -> version.name().equals(target.name())).map(LiveVersion::wanted);
    }
}
