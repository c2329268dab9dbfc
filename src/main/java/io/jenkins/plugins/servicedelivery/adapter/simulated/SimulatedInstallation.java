package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import java.util.function.Consumer;

/**
 * A simulated cluster as a whole: its ports, its clock, and what can be done to it behind the product's back. Everything
 * that is shown from it is to be labelled <em>simulated</em>.
 */
public final class SimulatedInstallation {
    private final SimulatedClock clock;
    private final SimulatedHands hands;
    private final ClusterPorts ports;

    private SimulatedInstallation(WorldState state, ImagePull images, Consumer<WorldState> store) {
        Kubelet kubelet = new Kubelet(images);
        this.clock = new SimulatedClock(state.now());
        SimulatedWorld world = new SimulatedWorld(state, clock, new LifeEvents(kubelet), store);
        this.hands = new SimulatedHands(world, kubelet);
        this.ports = new ClusterPorts(
                new SimulatedCluster(world, kubelet),
                new SimulatedRenderer(),
                new SimulatedRouter(world),
                new SimulatedLeaseStore(world),
                new SimulatedRecordStore(world),
                new SimulatedConfigStore(world),
                new SimulatedMetricSource(world),
                clock);
    }

    /** A fresh cluster in memory, for unit tests, that can pull every image. */
    public static SimulatedInstallation inMemory() {
        return inMemory(SimulationSettings.standard(), ImagePull.EVERYTHING);
    }

    /** A fresh cluster in memory, for unit tests. */
    public static SimulatedInstallation inMemory(SimulationSettings settings, ImagePull images) {
        return new SimulatedInstallation(WorldState.fresh(settings), images, state -> {});
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
}
