package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.Claims;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CaretakerTest {
    private final LampRoom room = new LampRoom();
    private final LampRoom.Holder driver = room.holder("driver");
    private final LampRoom.Holder tender = room.holder("caretaker");

    @BeforeEach
    void startSwitchingOn() {
        driver.admission.begin(room.switchOn());
    }

    @Test
    void shouldLeaveAnOperationAloneThatIsDriven() throws InterruptedException {
        for (int minute = 0; minute < 120; minute++) {
            driver.driver.tick(KEY);
            room.lamp.shines = false; // it never gets on
            assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
            room.clock.pause(Duration.ofSeconds(30));
        }
    }

    @Test
    void shouldBringAnAbandonedOperationBackAndNeverForward() throws InterruptedException {
        driver.driver.tick(KEY);
        tender.caretaker.tend(ProgressListener.NONE);
        room.clock.pause(LampRoom.GRACE.plus(LampRoom.TERM).plusSeconds(1));

        assertThat(tender.caretaker.tend(ProgressListener.NONE))
                .singleElement()
                .satisfies(done -> assertThat(done.duty()).isEqualTo(Caretaker.Duty.ABANDONED));
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.OFF);
        assertThat(room.lamp.shines).isFalse();
    }

    @Test
    void shouldNotCallAnOperationAbandonedBeforeItHasSeenItIdleForAWholeTerm() throws InterruptedException {
        driver.driver.tick(KEY);
        room.clock.pause(LampRoom.GRACE.multipliedBy(5));

        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
        room.clock.pause(LampRoom.TERM.plusSeconds(1));
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).hasSize(1);
    }

    @Test
    void shouldNotCallAnOperationAbandonedWithinItsGrace() throws InterruptedException {
        driver.driver.tick(KEY);
        tender.caretaker.tend(ProgressListener.NONE);

        room.clock.pause(LampRoom.TERM.plus(LampRoom.GRACE));
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
        room.clock.pause(Duration.ofSeconds(1));
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).hasSize(1);
    }

    @Test
    void shouldTakeAnAbortedOperationOverWhenItsClaimHasExpired() throws InterruptedException {
        driver.driver.tick(KEY);
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        tender.caretaker.tend(ProgressListener.NONE);

        room.clock.pause(LampRoom.TERM);
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
        room.clock.pause(Duration.ofSeconds(1));

        assertThat(tender.caretaker.tend(ProgressListener.NONE))
                .singleElement()
                .satisfies(done -> assertThat(done.duty()).isEqualTo(Caretaker.Duty.ABORTED));
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.OFF);
    }

    @Test
    void shouldTakeAnOperationOverThatWasLeftOnItsWayBack() throws InterruptedException {
        leaveOnItsWayBack();

        room.clock.pause(LampRoom.TERM);
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
        room.clock.pause(Duration.ofSeconds(1));

        assertThat(tender.caretaker.tend(ProgressListener.NONE))
                .singleElement()
                .satisfies(done -> assertThat(done.duty()).isEqualTo(Caretaker.Duty.ABORTED));
        assertThat(room.lamp.shines).isFalse();
    }

    @Test
    void shouldAskNothingOfAnOperationThatGoesBackAnyway() throws InterruptedException {
        leaveOnItsWayBack();
        room.clock.pause(LampRoom.TERM.plusSeconds(1));

        tender.caretaker.tend(ProgressListener.NONE);

        assertThat(room.records.evidence(KEY)).extracting(Evidence::text).noneMatch(text -> text.contains("caretaker"));
    }

    @Test
    void shouldLeaveAnAbortedOperationAloneThatIsDriven() throws InterruptedException {
        driver.driver.tick(KEY);
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        for (int times = 0; times < 120; times++) {
            driver.driver.tick(KEY);
            room.lamp.shines = true; // it never gets off
            assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
            room.clock.pause(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldLetACallerDriveByItself() throws InterruptedException {
        driver.driver.tick(KEY);
        assertThat(tender.caretaker.chores()).isEmpty();
        room.clock.pause(LampRoom.GRACE.plus(LampRoom.TERM).plusSeconds(1));

        Caretaker.Chore chore = tender.caretaker.chores().get(0);
        tender.caretaker.prepare(chore);
        assertThat(room.lamp.shines).isTrue(); // to prepare is not to drive
        while (!(tender.driver.tick(chore.record().key()) instanceof Progress.Settled)) {
            room.clock.pause(Duration.ofSeconds(1));
        }

        assertThat(chore.duty()).isEqualTo(Caretaker.Duty.ABANDONED);
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.OFF);
        assertThat(tender.caretaker.chores()).isEmpty();
    }

    @Test
    void shouldPrepareNothingThatNeedsNoAsking() throws InterruptedException {
        driver.driver.drive(KEY, ProgressListener.NONE);
        room.clock.pause(OperationFixtures.SHINES_FOR);

        Caretaker.Chore chore = tender.caretaker.chores().get(0);
        tender.caretaker.prepare(chore);

        assertThat(chore.duty()).isEqualTo(Caretaker.Duty.DUE);
        assertThat(room.records.read(KEY)).contains(chore.record());
    }

    @Test
    void shouldLeaveAnOperationAloneThatIsDrivenAgainBeforeItsTurn() throws InterruptedException {
        RecordKey porch = new RecordKey("lamp-porch");
        driver.admission.begin(room.switchOn(porch, "porch"));
        tender.caretaker.tend(ProgressListener.NONE);
        room.clock.pause(LampRoom.GRACE.plus(LampRoom.TERM).plusSeconds(1));

        AtomicBoolean back = new AtomicBoolean();
        List<Caretaker.Done> done = tender.caretaker.tend(progress -> {
            if (!back.getAndSet(true)) {
                driver.driver.tick(porch);
            }
        });

        assertThat(done)
                .singleElement()
                .satisfies(one -> assertThat(one.record().key()).isEqualTo(KEY));
        assertThat(room.records.read(porch).orElseThrow().signal()).isEmpty();
        assertThat(room.records.read(porch).orElseThrow().state()).isEqualTo(LampState.SWITCHING_ON);
    }

    @Test
    void shouldKnowWhatMayHaveBeenLeft() throws InterruptedException {
        assertThat(tender.caretaker.isSuspect(room.records.read(KEY).orElseThrow()))
                .isFalse();
        room.clock.pause(LampRoom.GRACE.plusSeconds(1));
        assertThat(tender.caretaker.isSuspect(room.records.read(KEY).orElseThrow()))
                .isTrue();
        driver.driver.drive(KEY, ProgressListener.NONE);
        room.clock.pause(LampRoom.GRACE.plusSeconds(1));
        assertThat(tender.caretaker.isSuspect(room.records.read(KEY).orElseThrow()))
                .isFalse();
    }

    @Test
    void shouldSuspectAnAbortedOperationWithoutGrace() throws InterruptedException {
        leaveOnItsWayBack();

        assertThat(tender.caretaker.isSuspect(room.records.read(KEY).orElseThrow()))
                .isTrue();
    }

    @Test
    void shouldDoWhatIsDueOfASettledOperation() throws InterruptedException {
        driver.driver.drive(KEY, ProgressListener.NONE);
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
        room.clock.pause(OperationFixtures.SHINES_FOR);

        assertThat(tender.caretaker.tend(ProgressListener.NONE))
                .singleElement()
                .satisfies(done -> assertThat(done.duty()).isEqualTo(Caretaker.Duty.DUE));
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.OFF);
    }

    @Test
    void shouldObeyWhatWasAskedOfASettledOperation() throws InterruptedException {
        driver.driver.drive(KEY, ProgressListener.NONE);
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");

        assertThat(tender.caretaker.tend(ProgressListener.NONE))
                .singleElement()
                .satisfies(done -> assertThat(done.duty()).isEqualTo(Caretaker.Duty.ASKED));
        assertThat(room.lamp.shines).isFalse();
    }

    @Test
    void shouldDoTheOtherDutiesWhenOneFails() throws InterruptedException {
        RecordKey hall = new RecordKey("lamp-hall");
        driver.admission.begin(room.switchOn(hall, "hall"));
        driver.driver.drive(KEY, ProgressListener.NONE);
        driver.driver.drive(hall, ProgressListener.NONE);
        room.clock.pause(OperationFixtures.SHINES_FOR);
        for (int i = 0; i < 2; i++) {
            room.lamp.failuresBefore.add(new FailedException("Switching", "the switch is stuck", "Oil it."));
        }

        assertThat(tender.caretaker.tend(ProgressListener.NONE)).hasSize(2);
        assertThat(room.records.list())
                .allSatisfy(record -> assertThat(record.state()).isEqualTo(LampState.OFF));
    }

    @Test
    void shouldDoTheOtherDutiesWhenOneCannotBeHad() throws InterruptedException {
        RecordKey hall = new RecordKey("lamp-hall");
        driver.admission.begin(room.switchOn(hall, "hall"));
        driver.driver.drive(KEY, ProgressListener.NONE);
        driver.driver.drive(hall, ProgressListener.NONE);
        room.clock.pause(OperationFixtures.SHINES_FOR);
        new Claims(room.leases, room.clock, "somebody", LampRoom.TERM).acquire("hall", "another purpose");

        List<Caretaker.Done> done = tender.caretaker.tend(ProgressListener.NONE);

        assertThat(done)
                .filteredOn(one -> one.record().key().equals(hall))
                .singleElement()
                .satisfies(one -> assertThat(one.failure()).containsInstanceOf(RefusedException.class));
        assertThat(room.records.read(hall).orElseThrow().state()).isEqualTo(LampState.ON);
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.OFF);
    }

    @Test
    void shouldFindNothingToDoWhenAllHasEnded() throws InterruptedException {
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        driver.driver.drive(KEY, ProgressListener.NONE);
        room.clock.pause(Duration.ofDays(365));

        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
    }

    /** Somebody asked to go back, the driver has begun to, and then it is gone; the caretaker has seen its claim. */
    private void leaveOnItsWayBack() throws InterruptedException {
        driver.driver.tick(KEY);
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        driver.driver.tick(KEY);
        assertThat(room.records.read(KEY).orElseThrow().state()).isEqualTo(LampState.SWITCHING_OFF);
        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
    }
}
