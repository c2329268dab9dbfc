package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterContract;

class SimulatedClusterTest extends ClusterContract {
    @Override
    protected ContractWorld world() {
        return SimulatedContractWorld.inMemory();
    }
}
