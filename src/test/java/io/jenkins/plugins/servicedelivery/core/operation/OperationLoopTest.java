package io.jenkins.plugins.servicedelivery.core.operation;

import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.KEY;
import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.aRecordThatIs;
import static io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.rollback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.Guard;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.HandClock;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.Lamp;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampPlan;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.MapRecordStore;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationLoopTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MapRecordStore records = new MapRecordStore();
    private final Guard guard = new Guard();
    private final HandClock clock = new HandClock();
    private final Lamp lamp = new Lamp();
    private final OperationLoop loop = new OperationLoop(records, guard, clock);

    @Test
    void shouldDriveToTheSettledStateAndGiveTheClaimBack() throws InterruptedException {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));

        Record<LampPlan, LampState> end = loop.drive(KEY, lamp, ProgressListener.NONE, PATIENCE);

        assertThat(end.state()).isEqualTo(LampState.ON);
        assertThat(lamp.shines).isTrue();
        assertThat(guard.held).isEmpty();
    }

    @Test
    void shouldTakeAtMostOneTransitionInATick() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        lamp.shines = true;

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress).isInstanceOf(Progress.Moved.class);
        assertThat(progress.record().state()).isEqualTo(LampState.ON);
        assertThat(records.evidence(KEY)).singleElement().satisfies(evidence -> assertThat(evidence.text())
                .isEqualTo("switching on -> on: it shines"));
    }

    @Test
    void shouldChangeNothingWhenASettledOperationIsTickedAgain() {
        records.create(aRecordThatIs(LampState.ON));
        lamp.shines = true;
        String version = records.read(KEY).orElseThrow().version();

        loop.tick(KEY, lamp);
        Progress<LampPlan, LampState> again = loop.tick(KEY, lamp);

        assertThat(again).isInstanceOf(Progress.Settled.class);
        assertThat(again.record().version()).isEqualTo(version);
        assertThat(lamp.switched).isZero();
    }

    @Test
    void shouldRecordTheStateBeforeItsEffectsWhenTheProcessDiesAmongThem() {
        records.create(aRecordThatIs(LampState.ON).asked(rollback()));
        lamp.shines = true;
        lamp.crashesAfter.add(new AssertionError("killed"));

        assertThatThrownBy(() -> loop.tick(KEY, lamp)).isInstanceOf(AssertionError.class);

        assertThat(records.read(KEY).orElseThrow().state()).isEqualTo(LampState.SWITCHING_OFF);
    }

    @Test
    void shouldDoNothingTwiceWhenItGoesOnAfterACrash() throws InterruptedException {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        lamp.crashesAfter.add(new AssertionError("killed"));
        assertThatThrownBy(() -> loop.tick(KEY, lamp)).isInstanceOf(AssertionError.class);

        new OperationLoop(records, new Guard(), clock).drive(KEY, lamp, ProgressListener.NONE, PATIENCE);

        assertThat(lamp.switched).isEqualTo(1);
    }

    @Test
    void shouldEnforceTheRecordedStateWhenTheWorldWasChangedByHand() {
        records.create(aRecordThatIs(LampState.ON));

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress).isInstanceOf(Progress.Enforced.class);
        assertThat(lamp.shines).isTrue();
        assertThat(records.evidence(KEY)).extracting(Evidence::kind).containsExactly("enforced");
    }

    @Test
    void shouldTakeTheSignalOutOfTheRecordWhenItIsObeyed() {
        records.create(aRecordThatIs(LampState.ON).asked(rollback()));
        lamp.shines = true;

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress.record().state()).isEqualTo(LampState.SWITCHING_OFF);
        assertThat(progress.record().signal()).isEmpty();
        assertThat(records.evidence(KEY)).singleElement().satisfies(evidence -> assertThat(evidence.text())
                .isEqualTo("on -> switching off: rollback asked for by bob: too bright"));
    }

    @Test
    void shouldDropASignalThatTheNextStateCannotObey() {
        records.create(aRecordThatIs(LampState.SWITCHING_OFF).asked(rollback()));

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress.record().state()).isEqualTo(LampState.OFF);
        assertThat(progress.record().signal()).isEmpty();
    }

    @Test
    void shouldWriteNothingWhenAnotherHoldsTheClaim() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        guard.holder = "another controller";

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress).isInstanceOf(Progress.Blocked.class);
        assertThat(lamp.shines).isFalse();
        assertThat(records.evidence(KEY)).isEmpty();
    }

    @Test
    void shouldNameTheHolderWhenTheClaimCannotBeHadForTooLong() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        guard.holder = "another controller";

        assertThatThrownBy(() -> loop.drive(KEY, lamp, ProgressListener.NONE, PATIENCE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another controller");
        assertThat(clock.elapsed()).isBetween(PATIENCE, PATIENCE.plusSeconds(11));
    }

    @Test
    void shouldGoOnWhenTheClusterAnswersAgain() throws InterruptedException {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        lamp.failuresBefore.add(unavailable());
        lamp.failuresBefore.add(unavailable());

        Record<LampPlan, LampState> end = loop.drive(KEY, lamp, ProgressListener.NONE, PATIENCE);

        assertThat(end.state()).isEqualTo(LampState.ON);
    }

    @Test
    void shouldGiveUpWithTheHindranceWhenItLastsLongerThanThePatience() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        for (int i = 0; i < 100; i++) {
            lamp.failuresBefore.add(unavailable());
        }

        assertThatThrownBy(() -> loop.drive(KEY, lamp, ProgressListener.NONE, PATIENCE))
                .isInstanceOf(UnavailableException.class);
        assertThat(records.read(KEY).orElseThrow().state()).isEqualTo(LampState.SWITCHING_ON);
    }

    @Test
    void shouldLetTheOperationDecideWhenAnEffectFailedForGood() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        lamp.failuresBefore.add(new FailedException("Switching", "the bulb is broken", "Buy a new one."));

        Progress<LampPlan, LampState> progress = loop.tick(KEY, lamp);

        assertThat(progress.record().state()).isEqualTo(LampState.SWITCHING_OFF);
        assertThat(records.evidence(KEY))
                .extracting(Evidence::kind)
                .containsExactly("enforced", "failure", "transition");
    }

    @Test
    void shouldStopAtOnceWhenItIsFenced() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        lamp.failuresBefore.add(new FencedException("Switching", "another holder has taken over", "Stop."));

        assertThatThrownBy(() -> loop.drive(KEY, lamp, ProgressListener.NONE, PATIENCE))
                .isInstanceOf(FencedException.class);
        assertThat(records.read(KEY).orElseThrow().state()).isEqualTo(LampState.SWITCHING_ON);
    }

    @Test
    void shouldReadAgainWhenSomebodyChangedTheRecordMeanwhile() {
        records.create(aRecordThatIs(LampState.SWITCHING_ON));
        Lamp disturbed = new Lamp();
        disturbed.shines = true;
        OperationLoop disturbedLoop = new OperationLoop(new DisturbedOnce(records), guard, clock);

        Progress<LampPlan, LampState> first = disturbedLoop.tick(KEY, disturbed);
        Progress<LampPlan, LampState> second = disturbedLoop.tick(KEY, disturbed);

        assertThat(first).isInstanceOf(Progress.Hindered.class);
        assertThat(second.record().state()).isEqualTo(LampState.SWITCHING_OFF);
    }

    private static UnavailableException unavailable() {
        return new UnavailableException("Switching", "the power is out", "Wait for it.");
    }

    /** Writes a signal into the record just before the first update, as another process would. */
    private static final class DisturbedOnce implements RecordStore {
        private final RecordStore records;
        private boolean disturbed;

        DisturbedOnce(RecordStore records) {
            this.records = records;
        }

        @Override
        public Optional<Record<?, ?>> read(RecordKey key) {
            return records.read(key);
        }

        @Override
        public List<Record<?, ?>> list() {
            return records.list();
        }

        @Override
        public <P extends Plan, S extends State> Record<P, S> create(Record<P, S> fresh) {
            return records.create(fresh);
        }

        @Override
        public <P extends Plan, S extends State> Record<P, S> update(Record<P, S> changed) {
            if (!disturbed) {
                disturbed = true;
                records.update(records.read(changed.key()).orElseThrow().asked(rollback()));
            }
            return records.update(changed);
        }

        @Override
        public void append(RecordKey key, Evidence evidence) {
            records.append(key, evidence);
        }

        @Override
        public List<Evidence> evidence(RecordKey key) {
            return records.evidence(key);
        }
    }
}
