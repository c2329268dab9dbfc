package io.jenkins.plugins.servicedelivery.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sixty-four holders of their own want one claim, over and over. */
class ClaimsUnderLoadTest {
    private static final int HOLDERS = 64;
    private static final int ROUNDS = 2_000;
    private static final Duration TERM = Duration.ofSeconds(30);

    private final LeaseStore store = SimulatedInstallation.inMemory().ports().leases();
    private final HandClock clock = new HandClock();

    @Test
    void shouldNeverLetTwoHoldTheClaimAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();

        int taken = together(holder -> {
            Claims claims = new Claims(store, clock, holder, TERM);
            int times = 0;
            for (int round = 0; round < ROUNDS; round++) {
                if (claims.acquire("shop", holder).isPresent()) {
                    overlaps.addAndGet(inside.incrementAndGet() == 1 ? 0 : 1);
                    times++;
                    inside.decrementAndGet();
                    claims.release("shop");
                }
            }
            return times;
        });

        assertThat(overlaps).hasValue(0);
        assertThat(taken).isGreaterThan(HOLDERS);
    }

    @Test
    void shouldGiveEveryHolderANumberOfItsOwnWhenHoldersFallAsleep() throws Exception {
        Map<Long, String> holderOf = new ConcurrentHashMap<>();
        AtomicInteger shared = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();

        int taken = together(holder -> {
            Claims claims = new Claims(store, clock, holder, TERM);
            Random random = new Random(holder.hashCode());
            int times = 0;
            for (int round = 0; round < ROUNDS; round++) {
                clock.pass(Duration.ofMillis(random.nextInt(200)));
                try {
                    Optional<Claim> claim = claims.acquire("shop", holder);
                    if (claim.isPresent()) {
                        String other = holderOf.putIfAbsent(claim.get().number(), holder);
                        shared.addAndGet(other == null || other.equals(holder) ? 0 : 1);
                        times++;
                    }
                    if (random.nextInt(10) == 0) {
                        claims.release("shop");
                    }
                } catch (FencedException e) {
                    lost.incrementAndGet();
                }
            }
            return times;
        });

        assertThat(shared).hasValue(0);
        assertThat(lost).hasPositiveValue();
        assertThat(taken).isGreaterThan(HOLDERS);
    }

    private static int together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(HOLDERS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < HOLDERS; i++) {
                String holder = "holder-" + i;
                all.add(() -> work.as(holder));
            }
            int sum = 0;
            for (Future<Integer> done : threads.invokeAll(all)) {
                sum += done.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Work {
        int as(String holder);
    }
}
