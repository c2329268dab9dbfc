package io.jenkins.plugins.servicedelivery.jenkins.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TickPool pool = new TickPool();
    private final List<Probe> probes = new ArrayList<>();

    @AfterEach
    void end() {
        probes.forEach(Ticking::end);
    }

    /** Counts how often it runs and how many run at a time. */
    private class Probe extends Ticking {
        final AtomicInteger ticks = new AtomicInteger();
        final AtomicInteger atATime = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        Probe() {
            super(pool);
            probes.add(this);
        }

        @Override
        protected final Optional<Duration> tick() {
            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            try {
                return work(ticks.incrementAndGet());
            } finally {
                atATime.decrementAndGet();
            }
        }

        Optional<Duration> work(int number) {
            return Optional.of(HOUR);
        }

        void awaitTicks(int number) {
            await().atMost(LIMIT).until(() -> ticks.get() >= number);
        }
    }

    /** Runs until it is let go. */
    private final class Slow extends Probe {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        Optional<Duration> work(int number) {
            begun.countDown();
            awaitOpen(goOn);
            return Optional.of(HOUR);
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldRunAgainAfterTheTimeThatItSays() {
        Probe probe = new Probe() {
            @Override
            Optional<Duration> work(int number) {
                return Optional.of(SOON);
            }
        };

        probe.wake();

        probe.awaitTicks(4);
    }

    @Test
    void shouldRunOnceMoreWhenItIsWokenWhileItRuns() {
        Slow slow = new Slow();
        slow.wake();
        awaitOpen(slow.begun);

        slow.wake();
        slow.wake(HOUR);
        slow.goOn.countDown();

        slow.awaitTicks(2);
        assertThat(slow.most).hasValue(1);
    }

    @Test
    void shouldTakeTheEarliestOfSeveralTimes() {
        Probe probe = new Probe();

        probe.wake(HOUR);
        probe.wake(SOON);
        probe.wake(HOUR);

        probe.awaitTicks(1);
    }

    @Test
    void shouldNotForgetTheEarlierTimeForALaterOne() throws InterruptedException {
        Probe probe = new Probe();
        probe.wake(SOON);

        probe.wake(HOUR);

        probe.awaitTicks(1);
    }

    @Test
    void shouldNeverRunTwoAtATimeHoweverManyWakeIt() throws Exception {
        Probe probe = new Probe() {
            @Override
            Optional<Duration> work(int number) {
                Thread.yield();
                return Optional.of(Duration.ofMillis(1));
            }
        };
        List<Future<?>> wakers = new ArrayList<>();
        var threads = java.util.concurrent.Executors.newFixedThreadPool(8);
        for (int waker = 0; waker < 8; waker++) {
            int millis = waker % 3;
            wakers.add(threads.submit(() -> {
                for (int i = 0; i < 2000; i++) {
                    probe.wake(Duration.ofMillis(millis));
                }
            }));
        }
        for (Future<?> waker : wakers) {
            waker.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();
        int ticks = probe.ticks.get();

        probe.awaitTicks(ticks + 5); // no wake-up was lost: it still goes on
        assertThat(probe.most).hasValue(1);
    }

    @Test
    void shouldRunOnceHoweverOftenItIsWokenWhileNoThreadIsFree() {
        CountDownLatch threadsAreFree = new CountDownLatch(1);
        for (int thread = 0; thread < 8; thread++) {
            pool.after(Duration.ZERO, () -> awaitOpen(threadsAreFree));
        }
        Probe probe = new Probe();

        for (int wake = 5; wake > 0; wake--) {
            probe.wake(Duration.ofMillis(100L * wake)); // each is earlier than the one before
        }
        probe.wake();
        probe.wake();
        threadsAreFree.countDown();

        probe.awaitTicks(1);
        await().during(Duration.ofMillis(800)).atMost(LIMIT).until(() -> probe.ticks.get() == 1);
    }

    @Test
    void shouldDoNothingMoreAfterItsLastTick() {
        Probe probe = new Probe() {
            @Override
            Optional<Duration> work(int number) {
                return Optional.empty();
            }
        };
        probe.wake();
        probe.awaitTicks(1);
        await().until(() -> probe.atATime.get() == 0);

        probe.wake();

        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> probe.ticks.get() == 1);
    }

    @Test
    void shouldNotBeginAnyMoreWhenItIsEnded() {
        Probe probe = new Probe();
        probe.wake(SOON);

        probe.end();
        probe.wake();

        await().during(Duration.ofMillis(300)).atMost(LIMIT).until(() -> probe.ticks.get() == 0);
    }

    @Test
    void shouldEndWhenItIsEndedWhileItRuns() {
        Slow slow = new Slow();
        slow.wake();
        awaitOpen(slow.begun);

        slow.wake();
        slow.end();
        slow.goOn.countDown();

        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> slow.ticks.get() == 1);
    }

    @Test
    void shouldEndWhereATickThrowsAndLeaveTheThreadToOthers() {
        Probe broken = new Probe() {
            @Override
            Optional<Duration> work(int number) {
                throw new IllegalStateException("on purpose");
            }
        };
        broken.wake();
        broken.awaitTicks(1);
        await().until(() -> broken.atATime.get() == 0);

        broken.wake();
        Probe other = new Probe();
        other.wake();

        other.awaitTicks(1);
        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> broken.ticks.get() == 1);
    }

    @Test
    void shouldHoldNoThreadWhileNothingIsDone() {
        for (int i = 0; i < 100; i++) {
            Probe probe = new Probe();
            probe.wake();
        }
        probes.forEach(probe -> probe.awaitTicks(1));
        assertThat(pool.threads()).isLessThanOrEqualTo(8);

        await().atMost(LIMIT).until(() -> pool.threads() == 0);
    }
}
