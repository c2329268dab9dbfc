package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.util.List;

/** One thing that an environment operation does to the world; doing it again changes nothing. */
public sealed interface EnvironmentEffect {
    /** Does it. */
    void carryOut(EnvironmentPlan plan, Ports ports, Fences fences);

    /** Where effects happen. */
    record Ports(Cluster cluster, Renderer renderer, Router router, ConfigStore configs) {}

    /** Makes the namespace. */
    record CreateNamespace() implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.cluster()
                    .createNamespace(
                            plan.namespace(), plan.owner(), fences.of(ClaimNames.environment(plan.namespace())));
        }
    }

    /** Makes the configuration of a service's new version readable. */
    record Publish(Name service) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ConfiguredVersion target = plan.change(service).orElseThrow().target();
            ports.configs().publish(plan.namespace(), target.configuration(), fence(plan, service, fences));
        }
    }

    /** Makes a service's new version run with this many instances. */
    record ApplyVersion(Name service, int replicas) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ConfiguredVersion target = plan.change(service).orElseThrow().target();
            ports.cluster()
                    .apply(
                            plan.namespace(),
                            target.objects(ports.renderer(), plan.owner(), replicas),
                            fence(plan, service, fences));
        }
    }

    /** Makes the stable Service of a service select this version. */
    record PointStable(Name service, String version, List<Port> targetPorts) implements EnvironmentEffect {
        public PointStable {
            targetPorts = List.copyOf(targetPorts);
        }

        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.cluster()
                    .apply(
                            plan.namespace(),
                            ports.renderer().stable(plan.owner(), service, targetPorts, version),
                            fence(plan, service, fences));
        }
    }

    /** Divides the requests of a service like this. */
    record WriteRoute(Name service, Route route) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.router().write(new RouteKey(plan.namespace(), service), route, fence(plan, service, fences));
        }
    }

    /** Removes the route of a service. */
    record RemoveRoute(Name service) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.router().remove(new RouteKey(plan.namespace(), service), fence(plan, service, fences));
        }
    }

    /** Removes a version with its configuration and its Service. */
    record RemoveVersion(Name service, String version) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.cluster()
                    .remove(plan.namespace(), ports.renderer().refsOfVersion(version), fence(plan, service, fences));
        }
    }

    /** Removes the stable Service of a service. */
    record RemoveStable(Name service) implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.cluster()
                    .remove(plan.namespace(), ports.renderer().refsOfStable(service), fence(plan, service, fences));
        }
    }

    /** Removes the namespace with everything in it. */
    record DeleteNamespace() implements EnvironmentEffect {
        @Override
        public void carryOut(EnvironmentPlan plan, Ports ports, Fences fences) {
            ports.cluster()
                    .deleteNamespace(
                            plan.namespace(), plan.owner(), fences.of(ClaimNames.environment(plan.namespace())));
        }
    }

    private static Fence fence(EnvironmentPlan plan, Name service, Fences fences) {
        return fences.of(ClaimNames.service(plan.namespace(), service));
    }
}
