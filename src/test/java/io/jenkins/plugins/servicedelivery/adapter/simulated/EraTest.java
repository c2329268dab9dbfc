package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EraTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00.250Z");
    private static final Route QUIET = Route.allTo("orders-1");
    private static final Route RELEASE = Route.split("orders-1", "orders-2", new Weight(5));

    @Test
    void shouldKeepSecondsForAnHourWhileSeveralVersionsAreCompared() {
        Era era = era(RELEASE, 3_600, 4).compacted(START.plusSeconds(3_600));

        assertThat(era.buckets()).hasSize(3_600);
    }

    @Test
    void shouldPutOldSecondsTogetherWithoutLosingAny() {
        Era era = era(RELEASE, 4_200, 4).compacted(START.plusSeconds(4_201));

        assertThat(era.buckets()).hasSize(1 + 3_600);
        assertThat(era.buckets().get(0)).isEqualTo(new Bucket(0, 600_000, 600, List.of(600L, 600L, 600L, 600L)));
    }

    @Test
    void shouldPutSecondsTogetherSoonWhileThereIsNothingToCompare() {
        Era era = era(QUIET, 600, 2).compacted(START.plusSeconds(600));

        assertThat(era.buckets()).hasSize(7 + 180);
        assertThat(era.buckets().stream()
                        .mapToLong(bucket -> bucket.answered(0))
                        .sum())
                .isEqualTo(600);
    }

    @Test
    void shouldForgetWhatIsTooOld() {
        Era era = era(RELEASE, 100, 4).compacted(START.plus(Era.KEPT_FOR).plus(Duration.ofHours(1)));

        assertThat(era.buckets()).isEmpty();
    }

    @Test
    void shouldCountOnlyBucketsThatLieWhollyInsideAWindow() {
        Era era = era(RELEASE, 10, 4);

        assertThat(inside(era, START, START.plusMillis(2_000))).isEqualTo(2);
        assertThat(inside(era, START, START.plusMillis(2_999))).isEqualTo(2);
        assertThat(inside(era, START.plusMillis(1), START.plusMillis(3_000))).isEqualTo(2);
    }

    @Test
    void shouldCountTheLastBucketAsFarAsItsEra() {
        Era era = era(RELEASE, 10, 4).endedAt(START.plusMillis(9_500));

        assertThat(inside(era, START, START.plusMillis(9_500))).isEqualTo(10);
        assertThat(inside(era, START, START.plusMillis(9_499))).isEqualTo(9);
    }

    private static long inside(Era era, Instant from, Instant to) {
        return era.buckets().stream()
                .filter(bucket -> era.isInside(bucket, from, to))
                .count();
    }

    private static Era era(Route route, int seconds, int columns) {
        List<Long> ones = LongStream.generate(() -> 1).limit(columns).boxed().toList();
        List<Bucket> buckets = LongStream.range(0, seconds)
                .mapToObj(second -> new Bucket(second * Era.FINE, Era.FINE, 1, ones))
                .toList();
        return new Era(START, Optional.empty(), route, buckets);
    }
}
