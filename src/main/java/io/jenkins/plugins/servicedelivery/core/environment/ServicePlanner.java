package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Reason;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what must change so that one service is as it should be, and why. */
final class ServicePlanner {
    private final Renderer renderer;

    ServicePlanner(Renderer renderer) {
        this.renderer = renderer;
    }

    /** The change; empty where the service is as it should be. The service is known to have an image. */
    Optional<ServiceChange> change(Name name, DesiredEnvironment desired, ObservedEnvironment observed) {
        Optional<LiveVersion> live = observed.live(name);
        ConfiguredVersion target = target(name, desired, live);
        int replicas = desired.environment().replicas(name);
        List<Reason> reasons = live.map(version -> reasons(version, target, replicas, observed))
                .orElse(List.of());
        if (live.isPresent() && reasons.isEmpty()) {
            return Optional.empty();
        }
        boolean creates = !observed.view().versions().containsKey(target.name());
        return Optional.of(new ServiceChange(kind(live, target, reasons), reasons, target, creates, replicas, live));
    }

    private static ConfiguredVersion target(Name name, DesiredEnvironment desired, Optional<LiveVersion> live) {
        Service service = desired.line().service(name).orElseThrow();
        ImageReference image = Optional.ofNullable(desired.images().get(name))
                .or(() -> live.map(LiveVersion::image))
                .orElseThrow();
        return ConfiguredVersion.of(
                service,
                desired.templates().get(service.template()),
                image,
                desired.values().getOrDefault(name, new TreeMap<>()));
    }

    private static Kind kind(Optional<LiveVersion> live, ConfiguredVersion target, List<Reason> reasons) {
        if (live.isEmpty()) {
            return Kind.CREATE;
        }
        if (!live.get().name().equals(target.name())) {
            return Kind.REPLACE;
        }
        return reasons.contains(Reason.REPLICAS) ? Kind.SCALE : Kind.MEND;
    }

    private List<Reason> reasons(
            LiveVersion live, ConfiguredVersion target, int replicas, ObservedEnvironment observed) {
        return live.name().equals(target.name())
                ? reasonsToTouch(live, replicas, observed)
                : reasonsToReplace(live, target.version());
    }

    private static List<Reason> reasonsToReplace(LiveVersion live, Version target) {
        List<Reason> reasons = new ArrayList<>();
        if (!live.image().digest().equals(target.image().digest())) {
            reasons.add(Reason.IMAGE);
        }
        if (!live.configuration().equals(target.configuration())) {
            reasons.add(Reason.CONFIGURATION);
        }
        if (!live.ports().equals(target.ports())) {
            reasons.add(Reason.PORTS);
        }
        return reasons.isEmpty() ? List.of(Reason.PROBE) : reasons;
    }

    private List<Reason> reasonsToTouch(LiveVersion live, int replicas, ObservedEnvironment observed) {
        List<Reason> reasons = new ArrayList<>();
        if (live.wanted() != replicas) {
            reasons.add(Reason.REPLICAS);
        }
        if (!observed.view().objects().containsAll(objects(live))) {
            reasons.add(Reason.OBJECTS);
        }
        if (!observed.isDivided(live.service()) && !observed.allTo(live.service(), live.name())) {
            reasons.add(Reason.ROUTE);
        }
        if (!live.isReady()) {
            reasons.add(Reason.READINESS);
        }
        return reasons;
    }

    private Set<ObjectRef> objects(LiveVersion live) {
        return Stream.concat(
                        renderer.refsOfVersion(live.name()).stream(), renderer.refsOfStable(live.service()).stream())
                .collect(Collectors.toSet());
    }
}
