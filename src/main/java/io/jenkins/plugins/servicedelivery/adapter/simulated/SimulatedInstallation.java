package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordCodec;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

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

    private SimulatedInstallation(
            WorldState state, SimulatedClock clock, ImagePull images, StateStore store, Optional<RecordCodec> codec) {
        Kubelet kubelet = new Kubelet(images);
        this.store = store;
        this.clock = clock;
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
        return open(folder, settings, images, kinds, SimulatedClock::standing);
    }

    /**
     * The same with a clock that runs as time does. What has passed since it was closed passes on the cluster when it is
     * opened again. Its time never goes back: where it has run ahead of the machine's, it goes on from there.
     *
     * @param speed how many seconds pass on the cluster in one second; 0 lets it stand where it was
     */
    public static SimulatedInstallation openRunning(
            Path folder, SimulationSettings settings, ImagePull images, RecordKinds kinds, double speed) {
        Instant now = Instant.now();
        return open(
                folder,
                settings.start(now),
                images,
                kinds,
                kept -> SimulatedClock.running(kept.isBefore(now) && speed > 0 ? now : kept, speed, System::nanoTime));
    }

    private static SimulatedInstallation open(
            Path folder,
            SimulationSettings settings,
            ImagePull images,
            RecordKinds kinds,
            Function<Instant, SimulatedClock> clock) {
        RecordCodec codec = new RecordCodec(kinds);
        StateFile file = StateFile.in(folder, new StateCodec(codec));
        try {
            WorldState state = file.load().orElseGet(() -> WorldState.fresh(settings));
            return new SimulatedInstallation(state, clock.apply(state.now()), images, file, Optional.of(codec));
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
        return inMemory(settings, images, Optional.empty(), SimulatedClock.standing(settings.start()));
    }

    /** A fresh cluster in memory, for unit tests, that keeps records of these kinds as a file would. */
    public static SimulatedInstallation inMemory(SimulationSettings settings, ImagePull images, RecordKinds kinds) {
        Optional<RecordCodec> codec = Optional.of(new RecordCodec(kinds));
        return inMemory(settings, images, codec, SimulatedClock.standing(settings.start()));
    }

    /** A fresh cluster in memory, for unit tests, whose clock runs; it keeps records of these kinds as a file would. */
    public static SimulatedInstallation inMemoryRunning(
            SimulationSettings settings, ImagePull images, RecordKinds kinds, double speed) {
        Optional<RecordCodec> codec = Optional.of(new RecordCodec(kinds));
        return inMemory(settings, images, codec, SimulatedClock.running(settings.start(), speed, System::nanoTime));
    }

    private static SimulatedInstallation inMemory(
            SimulationSettings settings, ImagePull images, Optional<RecordCodec> codec, SimulatedClock clock) {
        return new SimulatedInstallation(WorldState.fresh(settings), clock, images, StateStore.NOWHERE, codec);
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
