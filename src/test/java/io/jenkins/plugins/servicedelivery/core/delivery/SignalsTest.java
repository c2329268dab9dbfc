package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final LampRoom room = new LampRoom();
    private final LampRoom.Holder driver = room.holder("driver");
    private final LampRoom.Holder person = room.holder("person");

    @Test
    void shouldBeObeyedByWhoeverDrives() throws InterruptedException {
        driver.admission.begin(room.switchOn());

        person.signals.ask(KEY, Signal.Kind.ROLLBACK, "bob", "too bright");

        assertThat(driver.driver.drive(KEY, ProgressListener.NONE).state()).isEqualTo(LampState.OFF);
        assertThat(room.records.evidence(KEY))
                .extracting(evidence -> evidence.text())
                .contains(
                        "rollback asked for by bob: too bright",
                        "switching on -> switching off: rollback asked for by bob: too bright");
    }

    @Test
    void shouldRefuseWhatTheStateCannotObey() {
        driver.admission.begin(room.switchOn());

        assertThatThrownBy(() -> person.signals.ask(KEY, Signal.Kind.PAUSE, "bob", ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("that means nothing while it is \"switching on\"");
        assertThat(room.records.read(KEY).orElseThrow().signal()).isEmpty();
    }

    @Test
    void shouldSayThatThereIsNoSuchOperation() {
        assertThatThrownBy(() -> person.signals.ask(new RecordKey("nothing"), Signal.Kind.PAUSE, "bob", ""))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("nothing failed: there is none");
    }
}
