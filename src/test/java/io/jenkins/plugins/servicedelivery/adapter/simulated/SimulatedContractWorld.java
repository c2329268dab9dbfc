package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** The simulated cluster as contract suites need it. */
final class SimulatedContractWorld implements ContractWorld {
    static final RecordKinds KINDS = RecordKinds.NONE.and(
            RecordStoreContract.KIND, RecordStoreContract.Walk.class, RecordStoreContract.Pace.class);

    private final Supplier<SimulatedInstallation> present;
    private final ClusterPorts ports;

    private SimulatedContractWorld(Supplier<SimulatedInstallation> present, ClusterPorts ports) {
        this.present = present;
        this.ports = ports;
    }

    /** In memory. */
    static ContractWorld inMemory() {
        SimulatedInstallation installation = SimulatedInstallation.inMemory();
        return new SimulatedContractWorld(() -> installation, installation.ports());
    }

    /** In memory, with a clock that runs. */
    static ContractWorld running() {
        SimulatedInstallation installation =
                SimulatedInstallation.inMemoryRunning(SimulationSettings.standard(), ImagePull.EVERYTHING, KINDS, 1);
        return new SimulatedContractWorld(() -> installation, installation.ports());
    }

    /** In a file, closed and opened again before every call. */
    static ContractWorld reopened(Path folder) {
        ReopenedInstallation installation = new ReopenedInstallation(folder);
        return new SimulatedContractWorld(installation::present, installation.ports());
    }

    @Override
    public ClusterPorts ports() {
        return ports;
    }

    @Override
    public void pass(Duration length) {
        present.get().clock().turn(length);
    }

    @Override
    public void makeReady(String namespace, String version) {
        present.get().hands().makeReady(namespace, version);
    }

    @Override
    public void fail(String namespace, String version, String reason) {
        present.get().hands().fail(namespace, version, reason);
    }

    @Override
    public void deleteInstance(String namespace, String version) {
        present.get().hands().deleteInstance(namespace, version);
    }

    @Override
    public void editByHand(String namespace, ObjectRef ref) {
        present.get().hands().edit(namespace, ref, body -> {
            body.put("edited", "by hand");
            return body;
        });
    }

    @Override
    public void putForeignNamespace(String namespace) {
        present.get().hands().putForeignNamespace(namespace);
    }

    @Override
    public void putForeignObject(String namespace, ObjectRef ref) {
        present.get().hands().putForeignObject(namespace, ref);
    }

    @Override
    public boolean hasObject(String namespace, ObjectRef ref) {
        return present.get().hands().hasObject(namespace, ref);
    }
}
