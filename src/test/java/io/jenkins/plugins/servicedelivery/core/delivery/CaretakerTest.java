package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        room.clock.pause(LampRoom.GRACE.minusSeconds(1));

        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
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
    void shouldFindNothingToDoWhenAllHasEnded() throws InterruptedException {
        driver.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        driver.driver.drive(KEY, ProgressListener.NONE);
        room.clock.pause(Duration.ofDays(365));

        assertThat(tender.caretaker.tend(ProgressListener.NONE)).isEmpty();
    }
}
