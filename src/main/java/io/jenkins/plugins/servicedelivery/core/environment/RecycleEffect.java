package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;

/** One thing that a recycle operation does to the world; doing it again changes nothing. */
public sealed interface RecycleEffect {
    /** Does it. */
    void carryOut(RecyclePlan plan, Cluster cluster, Router router, Fences fences);

    /** Removes the route of a service. */
    record RemoveRoute(Name service) implements RecycleEffect {
        @Override
        public void carryOut(RecyclePlan plan, Cluster cluster, Router router, Fences fences) {
            router.remove(
                    new RouteKey(plan.namespace(), service), fences.of(ClaimNames.service(plan.namespace(), service)));
        }
    }

    /** Removes the namespace with everything in it. */
    record DeleteNamespace() implements RecycleEffect {
        @Override
        public void carryOut(RecyclePlan plan, Cluster cluster, Router router, Fences fences) {
            cluster.deleteNamespace(
                    plan.namespace(), plan.owner(), fences.of(ClaimNames.environment(plan.namespace())));
        }
    }
}
