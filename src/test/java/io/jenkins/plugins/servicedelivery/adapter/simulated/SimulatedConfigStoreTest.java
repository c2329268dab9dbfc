package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStoreContract;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;

class SimulatedConfigStoreTest extends ConfigStoreContract {
    @Override
    protected ContractWorld world() {
        return SimulatedContractWorld.inMemory();
    }
}
