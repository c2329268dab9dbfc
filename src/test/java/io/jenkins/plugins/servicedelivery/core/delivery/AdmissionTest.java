package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final LampRoom room = new LampRoom();
    private final LampRoom.Holder one = room.holder("one");
    private final LampRoom.Holder two = room.holder("two");

    @Test
    void shouldWriteTheRecordBeforeAnyEffect() {
        Record<?, ?> record = one.admission.begin(room.switchOn());

        assertThat(room.records.read(KEY)).hasValue(record);
        assertThat(record.state()).isEqualTo(LampState.SWITCHING_ON);
        assertThat(room.lamp.switched).isZero();
    }

    @Test
    void shouldNameTheOpenOperationThatStandsInTheWay() {
        one.admission.begin(room.switchOn());

        assertThatThrownBy(() -> two.admission.begin(room.switchOn(new RecordKey("lamp-other"), "kitchen")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("lamp-kitchen, started by alice, is open (switching on)");
    }

    @Test
    void shouldAdmitAnOperationOnAnotherThing() {
        one.admission.begin(room.switchOn());

        two.admission.begin(room.switchOn(new RecordKey("lamp-hall"), "hall"));

        assertThat(room.records.list()).hasSize(2);
    }

    @Test
    void shouldNameTheHolderWhenTheClaimIsTakenAndNoRecordIsWrittenYet() {
        room.leases.write(new Claim("kitchen", "somebody", "something", 7, LampRoom.TERM, room.clock.now(), ""));

        assertThatThrownBy(() -> two.admission.begin(room.switchOn()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("somebody holds kitchen for something");
        assertThat(room.records.list()).isEmpty();
    }

    @Test
    void shouldFindTheOpenOperationToAdopt() throws InterruptedException {
        one.admission.begin(room.switchOn());
        assertThat(two.admission.open(KEY)).isPresent();

        one.driver.drive(KEY, ProgressListener.NONE);

        assertThat(two.admission.open(KEY)).isEmpty();
    }

    @Test
    void shouldGiveASecondAttemptAKeyOfItsOwn() throws InterruptedException {
        one.admission.begin(room.switchOn());
        one.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "");
        one.driver.drive(KEY, ProgressListener.NONE);

        Record<?, ?> second = two.admission.begin(room.switchOn());

        assertThat(second.key()).hasToString("lamp-kitchen.2");
        assertThat(two.admission.open(KEY)).hasValue(second);
    }

    @Test
    void shouldNotTakeAThingWithANumberInItsNameForAnAttempt() {
        Record<?, ?> other = one.admission.begin(room.switchOn(new RecordKey("lamp-kitchen-2"), "kitchen-2"));

        Record<?, ?> first = one.admission.begin(room.switchOn());

        assertThat(first.key()).isEqualTo(KEY);
        assertThat(two.admission.open(KEY)).hasValue(first);
        assertThat(two.admission.open(other.key())).hasValue(other);
    }

    @Test
    void shouldNotLetAnotherProcessDriveWhatItDoesNotHold() throws InterruptedException {
        one.admission.begin(room.switchOn());

        assertThatThrownBy(() -> two.driver.drive(KEY, ProgressListener.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("one holds kitchen for lamp-kitchen");
        assertThat(room.lamp.switched).isZero();
    }

    @Test
    void shouldKeepNoClaimWhereTheRecordCannotBeWritten() {
        room.records.refuseNextWrite();
        assertThatThrownBy(() -> one.admission.begin(room.switchOn())).isInstanceOf(RefusedException.class);

        Record<?, ?> other = one.admission.begin(room.switchOn(new RecordKey("lamp-other"), "kitchen"));

        assertThat(other.key()).hasToString("lamp-other");
    }
}
