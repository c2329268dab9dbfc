package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStoreContract;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterContract;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStoreContract;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStoreContract;
import io.jenkins.plugins.servicedelivery.core.release.MetricSourceContract;
import io.jenkins.plugins.servicedelivery.core.traffic.RouterContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;

/** Every contract once more on a simulated cluster that is closed and opened again between any two calls. */
class ReopenedContractsTest {
    private static ContractWorld reopened() {
        try {
            return SimulatedContractWorld.reopened(Files.createTempDirectory("simulated-cluster"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class OfCluster extends ClusterContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }

    @Nested
    class OfLeaseStore extends LeaseStoreContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }

    @Nested
    class OfRecordStore extends RecordStoreContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }

    @Nested
    class OfConfigStore extends ConfigStoreContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }

    @Nested
    class OfRouter extends RouterContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }

    @Nested
    class OfMetricSource extends MetricSourceContract {
        @Override
        protected ContractWorld world() {
            return reopened();
        }
    }
}
