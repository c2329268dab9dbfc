package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster.Subscription;
import io.jenkins.plugins.servicedelivery.core.operation.Pacing;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes one operation further, tick by tick, and says how long to wait in between; it holds no thread itself. Where another
 * drive has the operation already, it only watches until that has come to an end.
 */
public final class Drive implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Drive.class.getName());

    /** How often an operation that another drives is looked at. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** How long nobody looks at most; a paused operation, too, may be told something by another process. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** However fast the time of a simulated cluster runs. */
    private static final Duration SHORTEST = Duration.ofMillis(20);

    /** The cluster tells of several changes at once; and what this drive writes itself is a change, too. */
    private static final Duration AFTER_CHANGE = Duration.ofMillis(250);

    private final OperationRef ref;
    private final Audience audience;
    private final Pacing pacing = new Pacing(new MachineTime(), ClusterControl.PATIENCE);

    /** On whose changes it is woken: the settings may have the cluster opened anew at any time. */
    @CheckForNull
    private ClusterHandle listening;

    @CheckForNull
    private Subscription subscription;

    /** Whether something has changed around the operation since the last tick. */
    private volatile boolean changed;

    /** Whether a tick has found the operation paused, and has given its claims back. */
    private boolean resting;

    public Drive(OperationRef ref, Audience audience) {
        this.ref = ref;
        this.audience = audience;
    }

    /** For whom an operation is driven. */
    public interface Audience {
        /** What the driver is called where somebody else is in its way. */
        String name();

        /** The build whose step it is; empty where the caretaker drives. */
        Optional<Run<?, ?>> run();

        /** Hears what every tick came to. */
        void onProgress(Progress<?, ?> progress);

        /** Makes the next tick come after this time, or earlier. Must not block. */
        void wake(Duration wait);
    }

    /** How far a tick has brought it. */
    public sealed interface Step {
        /** The record as the tick left it. */
        Record<?, ?> record();

        /** Tick again after this time, by the clock of this machine. */
        record Wait(Record<?, ?> record, Duration length) implements Step {}

        /** It is left as it is until a person asks something of it; look again after this time. */
        record Paused(Record<?, ?> record, Duration length) implements Step {}

        /** Whoever asked for it has an answer. */
        record Settled(Record<?, ?> record) implements Step {}
    }

    /** Where the record is. */
    public OperationRef ref() {
        return ref;
    }

    /**
     * Makes this the one that drives the operation, unless another does; says whether it is. Every tick tries this, too.
     */
    public boolean take() {
        return Drives.get().take(ref, this, audience.name(), () -> audience.wake(Duration.ZERO));
    }

    /** Whether this is the one that drives the operation. */
    public boolean isDriving() {
        return Drives.get().isDriving(ref, this);
    }

    /**
     * The next tick.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.DeliveryException where the cluster has not answered, or
     *     another has held the claim, for longer than anybody should wait
     */
    public Step tick() {
        ClusterHandle cluster = Clusters.get().cluster(ref.cluster());
        boolean mine = take();
        Record<?, ?> before = read(cluster);
        if (isPaused(before) && (!mine || resting && !changed)) {
            return new Step.Paused(before, LONGEST);
        }
        if (!mine) {
            return before.state().isSettled() ? new Step.Settled(before) : new Step.Wait(before, LOOK);
        }
        subscribe(cluster, before);
        changed = false;
        Progress<?, ?> progress = tick(cluster);
        resting = progress instanceof Progress.Settled;
        tell(new DeliveryEvent(cluster, progress, audience.run()));
        return step(cluster, progress);
    }

    /** Others may drive the operation now. */
    @Override
    public void close() {
        Drives.get().leave(ref, this);
        unsubscribe();
    }

    private Step step(ClusterHandle cluster, Progress<?, ?> progress) {
        Record<?, ?> record = progress.record();
        if (progress instanceof Progress.Settled) {
            return record.state().isOpen() ? new Step.Paused(record, LONGEST) : new Step.Settled(record);
        }
        if (progress instanceof Progress.Blocked && !pacing.mayStillWait()) {
            throw cluster.control().refusal("Driving " + ref, record);
        }
        return new Step.Wait(record, waitAfter(cluster, progress));
    }

    private Record<?, ?> read(ClusterHandle cluster) {
        return cluster.control()
                .ports()
                .records()
                .read(ref.key())
                .orElseThrow(() -> new FailedException(
                        "Driving " + ref,
                        "there is no such record",
                        "Look at the page Service Delivery for what there is."));
    }

    private static boolean isPaused(Record<?, ?> record) {
        return record.state().isSettled()
                && record.state().isOpen()
                && record.signal().isEmpty();
    }

    private void subscribe(ClusterHandle cluster, Record<?, ?> record) {
        if (listening != cluster) {
            unsubscribe();
            subscription =
                    cluster.control().ports().cluster().onChange(record.plan().namespace(), this::onChange);
            listening = cluster;
        }
    }

    private void onChange() {
        changed = true;
        audience.wake(AFTER_CHANGE);
    }

    private void unsubscribe() {
        Subscription old = subscription;
        subscription = null;
        listening = null;
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException e) {
                LOGGER.log(Level.FINE, e, () -> "the changes around " + ref + " were not heard any more anyway");
            }
        }
    }

    /** A takeover by another holder is seen as somebody else driving it: the end is waited for all the same. */
    private Progress<?, ?> tick(ClusterHandle cluster) {
        try {
            return cluster.control().driver().tick(ref.key());
        } catch (FencedException e) {
            LOGGER.log(Level.FINE, e, () -> "Somebody else drives " + ref);
            return new Progress.Blocked<>(read(cluster));
        }
    }

    private Duration waitAfter(ClusterHandle cluster, Progress<?, ?> progress) {
        Duration pause = pacing.after(progress);
        if (!(progress instanceof Progress.Waiting)) {
            return pause;
        }
        // by the cluster's time, in which claims have to be renewed, too
        Duration wait = cluster.control().ports().time().waitFor(pause);
        Duration atMost = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        return atMost.compareTo(SHORTEST) > 0 ? atMost : SHORTEST;
    }

    private void tell(DeliveryEvent event) {
        audience.onProgress(event.progress());
        for (DeliveryListener listener : JenkinsFacade.extensions(DeliveryListener.class)) {
            try {
                listener.onEvent(event);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> listener.getClass().getName() + " failed");
            }
        }
    }
}
