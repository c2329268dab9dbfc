package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStoreContract;

class SimulatedRecordStoreTest extends RecordStoreContract {
    @Override
    protected ContractWorld world() {
        return SimulatedContractWorld.inMemory();
    }
}
