package io.jenkins.plugins.servicedelivery.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Duration QUARTER = TERM.dividedBy(4);
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration BLINK = Duration.ofMillis(1);
    private static final Ownership OWNER = new Ownership(Name.of("shop"), Name.of("test"));

    private final SimulatedInstallation installation = SimulatedInstallation.inMemory();
    private final LeaseStore store = installation.ports().leases();
    private final HandClock aliceClock = new HandClock();
    private final HandClock bobClock = new HandClock();
    private final Claims alice = new Claims(store, aliceClock, "alice", TERM);
    private final Claims bob = new Claims(store, bobClock, "bob", TERM);

    @Test
    void shouldGiveAClaimThatNobodyHas() {
        Claim claim = alice.acquire("shop", "release-1").orElseThrow();

        assertThat(claim.holder()).isEqualTo("alice");
        assertThat(claim.number()).isEqualTo(1);
        assertThat(store.read("shop")).contains(claim);
    }

    @Test
    void shouldRenewAClaimUnderItsNumber() {
        Claim taken = alice.acquire("shop", "release-1").orElseThrow();
        aliceClock.pass(TERM.multipliedBy(5));

        Claim renewed = alice.acquire("shop", "release-1").orElseThrow();

        assertThat(renewed.number()).isEqualTo(taken.number());
        assertThat(renewed.version()).isNotEqualTo(taken.version());
        assertThat(renewed.renewed()).isEqualTo(aliceClock.now());
    }

    @Test
    void shouldNotWriteAFreshClaimAgain() {
        Claim taken = alice.acquire("shop", "release-1").orElseThrow();

        aliceClock.pass(QUARTER.minus(BLINK));
        assertThat(alice.acquire("shop", "release-1")).contains(taken);
        assertThat(store.read("shop")).contains(taken);

        aliceClock.pass(BLINK);
        assertThat(alice.acquire("shop", "release-1"))
                .map(Claim::renewed)
                .contains(aliceClock.now())
                .isEqualTo(store.read("shop").map(Claim::renewed));
    }

    @Test
    void shouldCountTheQuarterFromTheLastRenewal() {
        alice.acquire("shop", "release-1");
        aliceClock.pass(TERM);
        Claim renewed = alice.acquire("shop", "release-1").orElseThrow();

        aliceClock.pass(QUARTER.minus(BLINK));

        assertThat(alice.acquire("shop", "release-1")).contains(renewed);
    }

    @Test
    void shouldCountTheQuarterFromBeforeTheWriting() {
        Claims slow = new Claims(new SlowStore(), aliceClock, "alice", TERM);
        Claim taken = slow.acquire("shop", "release-1").orElseThrow();

        aliceClock.pass(QUARTER.minus(SlowStore.TAKES));

        assertThat(slow.acquire("shop", "release-1")).get().isNotEqualTo(taken);
    }

    @Test
    void shouldNotCareForTheTimeOfDayWhenItDecidesToRenew() {
        Claim taken = alice.acquire("shop", "release-1").orElseThrow();

        aliceClock.jump(Duration.ofDays(1));

        assertThat(alice.acquire("shop", "release-1")).contains(taken);
    }

    @Test
    void shouldTellTheHolderOfAFreshClaimThatItWasTakenOver() {
        alice.acquire("shop", "release-1");
        takeOver();
        aliceClock.pass(BLINK);

        assertThatExceptionOfType(FencedException.class).isThrownBy(() -> alice.acquire("shop", "release-1"));
    }

    @Test
    void shouldWriteAClaimAnewThatIsTakenAgainAtOnce() {
        alice.acquire("shop", "release-1");
        alice.release("shop");

        assertThat(alice.acquire("shop", "release-2")).map(Claim::number).contains(2L);
        assertThat(store.read("shop")).map(Claim::holder).contains("alice");
    }

    @Test
    void shouldNeverLoseAClaimInALongOperationThatTicksEveryTenSeconds() {
        Duration tick = Duration.ofSeconds(10);
        Claim taken = alice.hold(List.of("shop"), key("release-1"))
                .flatMap(held -> store.read("shop"))
                .orElseThrow();

        for (Duration passed = Duration.ZERO; passed.compareTo(Duration.ofHours(3)) < 0; passed = passed.plus(tick)) {
            assertThat(alice.hold(List.of("shop"), key("release-1"))).isPresent();
            for (int second = 0; second < tick.toSeconds(); second++) {
                pass(Duration.ofSeconds(1));
                assertThat(bob.acquire("shop", "release-2")).isEmpty();
                assertThat(bob.isAbandoned(List.of("shop"), Duration.ZERO)).isFalse();
            }
        }

        assertThat(store.read("shop")).map(Claim::number).contains(taken.number());
    }

    @Test
    void shouldNotShareAClaimBetweenPurposesOfOneHolder() {
        alice.acquire("shop", "release-1");

        assertThat(alice.acquire("shop", "release-2")).isEmpty();
        bobClock.pass(TERM.multipliedBy(2));
        assertThat(store.read("shop").orElseThrow().purpose()).isEqualTo("release-1");
    }

    @Test
    void shouldNotTakeAClaimThatAnotherHolds() {
        alice.acquire("shop", "release-1");

        assertThat(bob.acquire("shop", "release-1")).isEmpty();
    }

    @Test
    void shouldTakeOverOnlyWhenAFullTermHasPassedUnseen() {
        alice.acquire("shop", "release-1");
        bob.acquire("shop", "release-2");

        bobClock.pass(TERM);
        assertThat(bob.acquire("shop", "release-2")).isEmpty();

        bobClock.pass(BLINK);
        assertThat(bob.acquire("shop", "release-2")).map(Claim::number).contains(2L);
    }

    @Test
    void shouldCountTheTermFromTheFirstLookAndNotFromTheRenewal() {
        alice.acquire("shop", "release-1");
        bobClock.pass(TERM.multipliedBy(100));

        assertThat(bob.acquire("shop", "release-2")).isEmpty();
    }

    @Test
    void shouldCountAnewWhenTheHolderRenews() {
        alice.acquire("shop", "release-1");
        bob.acquire("shop", "release-2");
        pass(TERM);
        alice.acquire("shop", "release-1");

        assertThat(bob.acquire("shop", "release-2")).isEmpty();
        bobClock.pass(TERM);
        assertThat(bob.acquire("shop", "release-2")).isEmpty();
        bobClock.pass(BLINK);
        assertThat(bob.acquire("shop", "release-2")).isPresent();
    }

    @Test
    void shouldTellTheHolderThatItsClaimWasTakenOver() {
        alice.acquire("shop", "release-1");
        takeOver();

        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> alice.acquire("shop", "release-1"))
                .withMessageContaining("Renewing the claim shop failed");
        assertThat(store.read("shop").orElseThrow().holder()).isEqualTo("bob");
    }

    @Test
    void shouldRefuseWhatAZombieWrites() {
        Claim zombie = alice.acquire("shop", "release-1").orElseThrow();
        Cluster cluster = installation.ports().cluster();
        takeOver();

        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> cluster.createNamespace("shop", OWNER, zombie.fence()));
        assertThat(cluster.observe("shop").presence()).isEqualTo(NamespaceView.Presence.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void shouldNotCareWhenTheContendersTimeOfDayJumps(int minutes) {
        alice.acquire("shop", "release-1");
        bob.acquire("shop", "release-2");

        bobClock.jump(Duration.ofMinutes(minutes));
        bobClock.pass(TERM);

        assertThat(bob.acquire("shop", "release-2")).isEmpty();
        bobClock.pass(BLINK);
        assertThat(bob.acquire("shop", "release-2")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void shouldNotCareWhenTheHoldersTimeOfDayJumps(int minutes) {
        alice.acquire("shop", "release-1");
        aliceClock.jump(Duration.ofMinutes(minutes));
        alice.acquire("shop", "release-1");
        bob.acquire("shop", "release-2");

        bobClock.pass(TERM);

        assertThat(bob.acquire("shop", "release-2")).isEmpty();
        assertThat(alice.acquire("shop", "release-1")).isPresent();
    }

    @Test
    void shouldGiveAReleasedClaimAtOnceUnderAHigherNumber() {
        alice.acquire("shop", "release-1");
        alice.release("shop");

        assertThat(store.read("shop").orElseThrow().isFree()).isTrue();
        assertThat(bob.acquire("shop", "release-2")).map(Claim::number).contains(2L);
    }

    @Test
    void shouldNotReleaseWhatAnotherHasTakenOver() {
        alice.acquire("shop", "release-1");
        takeOver();

        alice.release("shop");

        assertThat(store.read("shop").orElseThrow().holder()).isEqualTo("bob");
    }

    @Test
    void shouldReleaseNothingThatItDoesNotHold() {
        alice.acquire("shop", "release-1");

        bob.release("shop");

        assertThat(store.read("shop").orElseThrow().holder()).isEqualTo("alice");
    }

    @Test
    void shouldTakeItsOwnClaimAtOnceAfterARestartUnderAHigherNumber() {
        alice.acquire("shop", "release-1");
        Claims restarted = new Claims(store, new HandClock(), "alice", TERM);

        assertThat(restarted.acquire("shop", "release-1")).map(Claim::number).contains(2L);
    }

    @Test
    void shouldNotTakeItsOwnClaimForAnotherPurposeAfterARestart() {
        alice.acquire("shop", "release-1");
        Claims restarted = new Claims(store, new HandClock(), "alice", TERM);

        assertThat(restarted.acquire("shop", "release-2")).isEmpty();
    }

    @Test
    void shouldTakeForAnotherPurposeWhatSomebodyElseHasTakenOverAndGivenBack() {
        alice.acquire("shop", "release-1");
        takeOver();
        bob.release("shop");

        assertThat(alice.acquire("shop", "release-2")).map(Claim::number).contains(3L);
    }

    @Test
    void shouldHoldAllClaimsOrNone() {
        bob.acquire("shop/b", "release-2");

        assertThat(alice.hold(List.of("shop/a", "shop/b", "shop/c"), key("release-1")))
                .isEmpty();

        assertThat(store.read("shop/a").orElseThrow().isFree()).isTrue();
        assertThat(store.read("shop/c")).isEmpty();
    }

    @Test
    void shouldKeepWhatItHeldBeforeWhenOneMoreCannotBeHad() {
        alice.hold(List.of("shop/a"), key("release-1"));
        bob.acquire("shop/b", "release-2");

        alice.hold(List.of("shop/a", "shop/b"), key("release-1"));

        assertThat(store.read("shop/a").orElseThrow().holder()).isEqualTo("alice");
    }

    @Test
    void shouldGiveAFenceForEveryClaimItHolds() {
        Fences fences =
                alice.hold(List.of("shop/a", "shop/b"), key("release-1")).orElseThrow();

        assertThat(fences.of("shop/a").number()).isEqualTo(1);
        assertThat(fences.of("shop/b").claim()).isEqualTo("shop/b");
    }

    @Test
    void shouldGiveBackOnlyWhatIsHeldForThePurpose() {
        alice.hold(List.of("shop/a"), key("release-1"));
        alice.hold(List.of("shop/b"), key("release-2"));

        alice.giveBack(List.of("shop/a", "shop/b", "shop/c"), key("release-1"));

        assertThat(store.read("shop/a").orElseThrow().isFree()).isTrue();
        assertThat(store.read("shop/b").orElseThrow().isFree()).isFalse();
    }

    @Test
    void shouldCallNothingAbandonedThatIsRenewed() {
        alice.acquire("shop", "release-1");

        bob.isAbandoned(List.of("shop"), GRACE);
        pass(TERM.plus(GRACE).minus(BLINK));
        assertThat(bob.isAbandoned(List.of("shop"), GRACE)).isFalse();
        alice.acquire("shop", "release-1");
        pass(TERM.plus(BLINK));

        assertThat(bob.isAbandoned(List.of("shop"), GRACE)).isFalse();
    }

    @Test
    void shouldCallAbandonedWhatNobodyRenewedForTermAndGrace() {
        alice.acquire("shop", "release-1");
        bob.isAbandoned(List.of("shop"), GRACE);

        pass(TERM.plus(GRACE).plus(BLINK));

        assertThat(bob.isAbandoned(List.of("shop"), GRACE)).isTrue();
    }

    @Test
    void shouldNotCallAbandonedWhatOnlyAJumpOfTheTimeOfDayMakesOld() {
        alice.acquire("shop", "release-1");
        bob.isAbandoned(List.of("shop"), GRACE);

        bobClock.jump(Duration.ofHours(1));

        assertThat(bob.isAbandoned(List.of("shop"), GRACE)).isFalse();
    }

    @Test
    void shouldSayWhoHoldsWhatCannotBeHad() {
        alice.acquire("shop", "release-1");

        assertThat(bob.refusal("Releasing orders", List.of("shop")))
                .hasMessage("Releasing orders failed: alice holds shop for release-1. "
                        + "Wait until that has ended, or end it first.");
    }

    private void takeOver() {
        bob.acquire("shop", "release-2");
        bobClock.pass(TERM.plus(BLINK));
        Optional<Claim> taken = bob.acquire("shop", "release-2");
        assertThat(taken).isPresent();
    }

    private void pass(Duration length) {
        aliceClock.pass(length);
        bobClock.pass(length);
    }

    private static RecordKey key(String value) {
        return new RecordKey(value);
    }

    /** A store in which every writing takes a while. */
    private final class SlowStore implements LeaseStore {
        static final Duration TAKES = Duration.ofSeconds(2);

        @Override
        public Optional<Claim> read(String name) {
            return store.read(name);
        }

        @Override
        public List<Claim> list() {
            return store.list();
        }

        @Override
        public Claim write(Claim claim) {
            Claim written = store.write(claim);
            aliceClock.pass(TAKES);
            return written;
        }
    }
}
