package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.environment.Claims;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.HandClock;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.Lamp;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampPlan;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.MapRecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import java.time.Duration;
import java.util.List;

/** Several processes, each a {@link Holder}, that admit, drive and tend the operation of one lamp. */
final class LampRoom {
    static final Duration TERM = Duration.ofSeconds(60);
    static final Duration GRACE = Duration.ofMinutes(30);

    final MapRecordStore records = new MapRecordStore();
    final LeaseStore leases = SimulatedInstallation.inMemory().ports().leases();
    final HandClock clock = new HandClock();
    final Lamp lamp = new Lamp();
    final Operations operations = new Operations(List.of(lamp));

    Holder holder(String name) {
        return new Holder(name);
    }

    Admission.Request<LampPlan, LampState> switchOn() {
        return switchOn(OperationFixtures.KEY, "kitchen");
    }

    Admission.Request<LampPlan, LampState> switchOn(RecordKey key, String which) {
        return new Admission.Request<>(key, "lamp", new LampPlan(which), LampState.SWITCHING_ON, "alice", GRACE);
    }

    /** One process. */
    final class Holder {
        final Admission admission;
        final Driver driver;
        final Signals signals = new Signals(records, operations, clock);
        final Caretaker caretaker;

        private Holder(String name) {
            Claims claims = new Claims(leases, clock, name, TERM);
            admission = new Admission(records, claims, clock);
            driver = new Driver(records, operations, claims, clock, Duration.ofSeconds(10));
            caretaker = new Caretaker(records, signals, claims, driver, clock);
        }
    }
}
