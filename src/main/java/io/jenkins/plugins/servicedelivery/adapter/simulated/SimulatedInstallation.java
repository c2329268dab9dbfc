package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordCodec;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A simulated cluster as a whole: its ports, its clock, and what can be done to it behind the product's back. Everything
 * that is shown from it is to be labelled <em>simulated</em>.
 */
public final class SimulatedInstallation implements AutoCloseable {
    private final StateStore store;
    private final SimulatedWorld world;
    private final SimulatedClock clock;
    private final SimulatedHands hands;
    private final ClusterPorts ports;

    private SimulatedInstallation(WorldState state, ImagePull images, StateStore store, Optional<RecordCodec> codec) {
        Kubelet kubelet = new Kubelet(images);
        this.store = store;
        this.clock = new SimulatedClock(state.now());
        this.world = new SimulatedWorld(state, clock, new LifeEvents(kubelet), store);
        this.hands = new SimulatedHands(world, kubelet);
        this.ports = new ClusterPorts(
                new SimulatedCluster(world, kubelet),
                new SimulatedRenderer(),
                new SimulatedRouter(world),
                new SimulatedLeaseStore(world),
                new SimulatedRecordStore(world, codec),
                new SimulatedConfigStore(world),
                new SimulatedMetricSource(world),
                clock);
    }

    /**
     * The cluster that is kept in this folder; a fresh one where there is none yet. Its time stands still until it is
     * opened again. Nobody else can open it until it is closed or the process has ended.
     *
     * @param settings how a fresh one begins
     * @param kinds the kinds of operations whose records it will keep
     * @throws io.jenkins.plugins.servicedelivery.core.shared.RefusedException where another process uses the folder, or a
     *     newer version of the product wrote it
     * @throws io.jenkins.plugins.servicedelivery.core.shared.FailedException where its file is damaged or cannot be read
     */
    public static SimulatedInstallation open(
            Path folder, SimulationSettings settings, ImagePull images, RecordKinds kinds) {
        RecordCodec codec = new RecordCodec(kinds);
        StateFile file = StateFile.in(folder, new StateCodec(codec));
        try {
            WorldState state = file.load().orElseGet(() -> WorldState.fresh(settings));
            return new SimulatedInstallation(state, images, file, Optional.of(codec));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** A fresh cluster in memory, for unit tests, that can pull every image and keeps records of any kind. */
    public static SimulatedInstallation inMemory() {
        return inMemory(SimulationSettings.standard(), ImagePull.EVERYTHING);
    }

    /** A fresh cluster in memory, for unit tests, that keeps records of any kind. */
    public static SimulatedInstallation inMemory(SimulationSettings settings, ImagePull images) {
        return new SimulatedInstallation(WorldState.fresh(settings), images, StateStore.NOWHERE, Optional.empty());
    }

    /** A fresh cluster in memory, for unit tests, that keeps records of these kinds as a file would. */
    public static SimulatedInstallation inMemory(SimulationSettings settings, ImagePull images, RecordKinds kinds) {
        Optional<RecordCodec> codec = Optional.of(new RecordCodec(kinds));
        return new SimulatedInstallation(WorldState.fresh(settings), images, StateStore.NOWHERE, codec);
    }

    /** The ports, all over the one world. */
    public ClusterPorts ports() {
        return ports;
    }

    /** The clock, for turning it. */
    public SimulatedClock clock() {
        return clock;
    }

    /** What can be done to the cluster behind the product's back. */
    public SimulatedHands hands() {
        return hands;
    }

    /** Keeps the present and lets others open the folder. Nothing may be called on it any more. */
    @Override
    public void close() {
        try {
            world.close();
        } finally {
            store.close();
        }
    }
}
