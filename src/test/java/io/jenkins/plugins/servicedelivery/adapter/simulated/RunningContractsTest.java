package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStoreContract;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterContract;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStoreContract;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStoreContract;
import io.jenkins.plugins.servicedelivery.core.release.MetricSourceContract;
import io.jenkins.plugins.servicedelivery.core.traffic.RouterContract;
import org.junit.jupiter.api.Nested;

/** Every contract once more on a simulated cluster whose time runs while it is asked. */
class RunningContractsTest {
    @Nested
    class OfCluster extends ClusterContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }

    @Nested
    class OfLeaseStore extends LeaseStoreContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }

    @Nested
    class OfRecordStore extends RecordStoreContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }

    @Nested
    class OfConfigStore extends ConfigStoreContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }

    @Nested
    class OfRouter extends RouterContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }

    @Nested
    class OfMetricSource extends MetricSourceContract {
        @Override
        protected ContractWorld world() {
            return SimulatedContractWorld.running();
        }
    }
}
