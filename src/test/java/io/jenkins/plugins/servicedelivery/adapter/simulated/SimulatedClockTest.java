package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SimulatedClockTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Nested
    class Standing {
        private final SimulatedClock clock = SimulatedClock.standing(START);

        @Test
        void shouldStandStillUntilItIsTurned() {
            assertThat(clock.now()).isEqualTo(START);
            assertThat(clock.elapsed()).isZero();

            clock.turn(HOUR);

            assertThat(clock.now()).isEqualTo(START.plus(HOUR));
            assertThat(clock.elapsed()).isEqualTo(HOUR);
        }

        @Test
        void shouldJumpWhenSomebodyPauses() throws InterruptedException {
            clock.pause(HOUR);

            assertThat(clock.now()).isEqualTo(START.plus(HOUR));
        }

        @Test
        void shouldNeverGoBack() throws InterruptedException {
            clock.turn(HOUR.negated());
            clock.pause(HOUR.negated());

            assertThat(clock.now()).isEqualTo(START);
        }

        @Test
        void shouldNotTurnForSomebodyWhoWasInterrupted() {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> clock.pause(HOUR));
            assertThat(clock.now()).isEqualTo(START);
        }

        @Test
        void shouldTellThoseWhoListenOfEveryTurn() {
            AtomicInteger turns = new AtomicInteger();
            clock.onTurn(turns::incrementAndGet);

            clock.turn(HOUR);
            clock.turn(Duration.ZERO);

            assertThat(turns).hasValue(1);
        }

        @Test
        void shouldLetNobodyWait() {
            assertThat(clock.waitFor(HOUR)).isZero();
        }

        @Test
        void shouldHaveNoSpeed() {
            assertThat(clock.speed()).isZero();
            assertThatIllegalStateException()
                    .isThrownBy(() -> clock.setSpeed(1))
                    .withMessage("this clock is turned by hand");
        }
    }

    @Nested
    class Running {
        private final AtomicLong nanos = new AtomicLong(-7_000_000_000L); // the machine's may begin anywhere
        private final SimulatedClock clock = running(1);
        private final ExecutorService threads = Executors.newCachedThreadPool();

        @AfterEach
        void stop() {
            threads.shutdownNow();
        }

        @Test
        void shouldRunWithTheTimeOfTheMachine() {
            pass(Duration.ofMillis(12_345));

            assertThat(clock.now()).isEqualTo(START.plusMillis(12_345));
            assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(12_345));
        }

        @ParameterizedTest
        @CsvSource({"60, 600", "0.5, 5", "0, 0", "10000, 100000"})
        void shouldRunAsFastAsItIsTold(double speed, long seconds) {
            SimulatedClock told = running(speed);

            pass(Duration.ofSeconds(10));

            assertThat(told.speed()).isEqualTo(speed);
            assertThat(told.elapsed()).isEqualTo(Duration.ofSeconds(seconds));
        }

        @Test
        void shouldKeepItsTimeWhenItsSpeedChanges() {
            pass(Duration.ofSeconds(10));
            clock.setSpeed(60);
            assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(10));

            pass(Duration.ofSeconds(1));
            clock.setSpeed(1);
            pass(Duration.ofSeconds(1));

            assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(71));
        }

        @Test
        void shouldStandWhileItIsStopped() {
            clock.setSpeed(0);
            pass(HOUR);
            assertThat(clock.elapsed()).isZero();

            clock.setSpeed(2);
            pass(HOUR);

            assertThat(clock.elapsed()).isEqualTo(HOUR.multipliedBy(2));
        }

        @Test
        void shouldRunOnFromWhereItIsTurnedTo() {
            AtomicReference<Instant> heard = new AtomicReference<>();
            clock.onTurn(() -> heard.set(clock.now()));
            pass(Duration.ofSeconds(5));

            clock.turn(HOUR);
            assertThat(heard).hasValue(START.plusSeconds(5).plus(HOUR));
            pass(Duration.ofSeconds(5));

            assertThat(clock.elapsed()).isEqualTo(HOUR.plusSeconds(10));
        }

        @Test
        void shouldNeverGoBackWhateverIsDoneToIt() {
            Random random = new Random(20_261_120);
            Instant before = clock.now();

            for (int i = 0; i < 10_000; i++) {
                pass(Duration.ofNanos(random.nextInt(1_000)));
                if (random.nextInt(10) == 0) {
                    clock.setSpeed(random.nextInt(4) / 3.0);
                }
                if (random.nextInt(10) == 0) {
                    clock.turn(Duration.ofNanos(random.nextInt(1_000) - 500));
                }
                assertThat(clock.now()).isAfterOrEqualTo(before);
                before = clock.now();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "1, PT10S, PT10S",
            "60, PT10S, PT0.167S",
            "0.5, PT10S, PT20S",
            "1, PT0.0001S, PT0.001S",
            "60, PT0S, PT0S",
            "60, PT-1H, PT0S",
            "0, PT0S, PT0S",
            "0, PT1S, P365D",
            "0.001, P365D, P365D"
        })
        void shouldSayHowLongToWaitOnTheMachine(double speed, Duration length, Duration wait) {
            assertThat(running(speed).waitFor(length)).isEqualTo(wait);
        }

        @Test
        void shouldSayForAnyLengthHowLongToWait() {
            assertThat(clock.waitFor(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofDays(365));
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1, -0.001, 10_000.1, Double.NaN, Double.POSITIVE_INFINITY})
        void shouldRefuseASpeedThatNoClockHas(double speed) {
            assertThatIllegalArgumentException().isThrownBy(() -> running(speed));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clock.setSpeed(speed))
                    .withMessage("a clock runs 0 to 10000 times as fast as time, not " + speed);
            assertThat(clock.speed()).isEqualTo(1);
        }

        @Test
        void shouldLetPausesWaitOnTheMachine() throws InterruptedException {
            SimulatedClock real = SimulatedClock.running(START, 100, System::nanoTime);
            long begun = System.nanoTime();

            real.pause(Duration.ofSeconds(5));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
            assertThat(real.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        }

        @Test
        void shouldNotLetAnybodyWaitForNothing() throws InterruptedException {
            clock.setSpeed(0);

            clock.pause(Duration.ZERO);
            clock.pause(HOUR.negated());

            assertThat(clock.elapsed()).isZero();
        }

        @Test
        void shouldWakeThoseWhoPauseWhenItIsTurned() throws Exception {
            Future<Duration> pausing = pauseOf(HOUR);

            clock.turn(HOUR);

            assertThat(pausing.get()).isEqualTo(HOUR);
        }

        @Test
        void shouldWakeThoseWhoPauseWhenItIsSetGoingAgain() throws Exception {
            clock.setSpeed(0);
            Future<Duration> pausing = pauseOf(HOUR);

            clock.setSpeed(3_600);
            pass(Duration.ofSeconds(1));

            assertThat(pausing.get()).isEqualTo(HOUR);
        }

        @Test
        void shouldKeepPausingWhenItIsTurnedTooLittle() throws Exception {
            Future<Duration> pausing = pauseOf(HOUR);

            clock.turn(HOUR.minusSeconds(1));
            awaitPauser();
            assertThat(pausing).isNotDone();
            clock.turn(Duration.ofSeconds(1));

            assertThat(pausing.get()).isEqualTo(HOUR);
        }

        @Test
        void shouldEndAPauseThatIsInterrupted() {
            Future<Duration> pausing = pauseOf(HOUR);

            pauser.get().interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(pausing::get)
                    .withCauseInstanceOf(InterruptedException.class);
        }

        private final AtomicReference<Thread> pauser = new AtomicReference<>();

        /** Somebody who has begun to pause, and then says how much time has passed. */
        private Future<Duration> pauseOf(Duration length) {
            Callable<Duration> pause = () -> {
                pauser.set(Thread.currentThread());
                clock.pause(length);
                return clock.elapsed();
            };
            Future<Duration> pausing = threads.submit(pause);
            awaitPauser();
            return pausing;
        }

        private void awaitPauser() {
            await().pollDelay(1, TimeUnit.MILLISECONDS)
                    .until(() -> pauser.get() != null && pauser.get().getState() == Thread.State.TIMED_WAITING);
        }

        private SimulatedClock running(double speed) {
            return SimulatedClock.running(START, speed, nanos::get);
        }

        private void pass(Duration length) {
            nanos.addAndGet(length.toNanos());
        }
    }
}
