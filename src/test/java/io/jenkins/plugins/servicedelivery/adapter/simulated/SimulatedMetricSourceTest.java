package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.release.MetricSourceContract;

class SimulatedMetricSourceTest extends MetricSourceContract {
    @Override
    protected ContractWorld world() {
        return SimulatedContractWorld.inMemory();
    }
}
