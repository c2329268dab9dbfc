package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.Extension;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who drives which operation on this controller now: one at a time, the others watch. */
@Extension
public final class Drives {
    private final Map<OperationRef, Driver> drivers = new HashMap<>();

    private record Driver(Object who, String name, Runnable wake) {}

    /** The drives of this controller. */
    public static Drives get() {
        return JenkinsFacade.singleton(Drives.class);
    }

    /** Lets the driver of this operation look at it at once, because somebody has asked something of it. */
    public void wake(OperationRef ref) {
        Runnable wake;
        synchronized (this) {
            wake = Optional.ofNullable(drivers.get(ref)).map(Driver::wake).orElse(() -> {});
        }
        wake.run();
    }

    /** What the one is called that drives this operation; empty where nobody does. */
    public synchronized Optional<String> driverOf(OperationRef ref) {
        return Optional.ofNullable(drivers.get(ref)).map(Driver::name);
    }

    /** Whether this is the one that drives the operation. */
    synchronized boolean isDriving(OperationRef ref, Object who) {
        Driver current = drivers.get(ref);
        return current != null && current.who() == who;
    }

    /** Makes this the one that drives the operation, unless another does. */
    synchronized boolean take(OperationRef ref, Object who, String name, Runnable wake) {
        Driver current = drivers.computeIfAbsent(ref, free -> new Driver(who, name, wake));
        return current.who() == who;
    }

    /** The operation has no driver any more, if this was it. */
    synchronized void leave(OperationRef ref, Object who) {
        drivers.computeIfPresent(ref, (key, driver) -> driver.who() == who ? null : driver);
    }
}
