package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.traffic.RouterContract;

class SimulatedRouterTest extends RouterContract {
    @Override
    protected ContractWorld world() {
        return SimulatedContractWorld.inMemory();
    }
}
