package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.image.BuildInputs;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageBuilder;
import io.jenkins.plugins.servicedelivery.core.image.ImageFixtures;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.InMemoryRegistry;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BuildServiceImageTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final CommandRunner WORKS = command -> new CommandResult(0, "");
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final RecordingBuilder builder = new RecordingBuilder();

    @Test
    void shouldBuildAttachAndTagInThisOrder() throws Exception {
        BuildPlan plan = aRequest().plan();

        BuiltImage image = build(WORKS, plan).get(0);

        String tag = ImageFixtures.inputs("a").contentTag(plan);
        assertThat(image.reused()).isFalse();
        assertThat(builder.calls).containsExactly("inspect", "clean", "inspect", "build");
        assertThat(registry.requests())
                .containsExactly(
                        "find registry.local/shop/orders:" + tag,
                        "attach " + image.reference(),
                        "tag registry.local/shop/orders:" + tag);
    }

    @Test
    void shouldReuseWithOneRequestWhenTheInputsAreTheSame() throws Exception {
        BuiltImage first = build(WORKS, aRequest().plan()).get(0);
        int before = registry.requests().size();

        BuiltImage second = build(WORKS, aRequest().plan()).get(0);

        assertThat(second.reused()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(registry.requests()).hasSize(before + 1);
        assertThat(builder.calls.stream().filter("build"::equals)).hasSize(1);
    }

    @Test
    void shouldBuildAnewWhenASourceChanges() throws Exception {
        build(WORKS, aRequest().plan());
        builder.source = "b";

        BuiltImage second = build(WORKS, aRequest().plan()).get(0);

        assertThat(second.reused()).isFalse();
    }

    @Test
    void shouldRecordWhereTheImageCameFrom() throws Exception {
        Origin origin = new Origin(Optional.of("c0ffee"), Optional.of("main"), Optional.empty());

        BuiltImage image = verb(WORKS, 1)
                .build(List.of(aRequest().plan()), origin, BuildProgress.NONE)
                .get(0);

        assertThat(registry.records(image.reference())).containsExactly(new ImageRecord(origin, NOON));
    }

    @Test
    void shouldEndWithOneMessageAndTheLastLinesWhenACommandFails() {
        String output = String.join(
                "\n", IntStream.rangeClosed(1, 50).mapToObj(i -> "line " + i).toList());

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> build(
                        command -> new CommandResult(2, output), aRequest().plan()))
                .withMessageStartingWith(
                        "Building the image of orders failed: the command \"make orders\" ended with exit code 2. ")
                .withMessageContaining("line 31\n")
                .withMessageEndingWith("  line 50")
                .withMessageNotContaining("line 30\n");
        assertThat(registry.requests()).singleElement().asString().startsWith("find ");
        assertThat(builder.calls).doesNotContain("build");
    }

    @Test
    void shouldRefuseWhenACommandWritesIntoTheSources() {
        CommandRunner meddles = command -> {
            builder.source = "changed";
            return new CommandResult(0, "");
        };

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> build(meddles, aRequest().plan()))
                .withMessageContaining("source files changed while the commands ran: src/Main.java");
        assertThat(builder.calls).doesNotContain("build");
    }

    @Test
    void shouldNotTagWhenPackagingFails() {
        builder.failure = new FailedException("Packaging", "the disk is full", "Make room.");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> build(WORKS, aRequest().plan()));

        assertThat(registry.requests()).noneMatch(request -> request.startsWith("tag"));
    }

    @Test
    void shouldBuildServicesSideBySideAndKeepTheirOrder() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CommandRunner meets = command -> {
            meet(both);
            return new CommandResult(0, "");
        };

        List<BuiltImage> images = verb(meets, 2).build(twoServices(), Origin.UNKNOWN, BuildProgress.NONE);

        assertThat(images).extracting(image -> image.service().value()).containsExactly("orders", "payments");
    }

    @Test
    void shouldNeverBuildTwoServicesOfOneFolderAtATime() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        CommandRunner slow = command -> {
            events.add("start");
            Thread.yield();
            events.add("end");
            return new CommandResult(0, "");
        };
        List<BuildPlan> plans = List.of(
                aRequest().service("orders").source("common").plan(),
                aRequest().service("payments").source("common").plan());

        verb(slow, 2).build(plans, Origin.UNKNOWN, BuildProgress.NONE);

        assertThat(events).containsExactly("start", "end", "start", "end");
    }

    @Test
    void shouldStopTheOthersWhenOneFails() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        List<String> interrupted = new CopyOnWriteArrayList<>();
        CommandRunner runner = command -> {
            if (command.words().contains("orders")) {
                waiting.await();
                return new CommandResult(1, "broken");
            }
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.add(command.words().get(1));
                throw e;
            }
            return new CommandResult(0, "");
        };

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> verb(runner, 2).build(twoServices(), Origin.UNKNOWN, BuildProgress.NONE))
                .withMessageContaining("orders");
        assertThat(interrupted).containsExactly("payments");
    }

    private List<BuiltImage> build(CommandRunner commands, BuildPlan plan) throws InterruptedException {
        return verb(commands, 1).build(List.of(plan), Origin.UNKNOWN, BuildProgress.NONE);
    }

    private BuildServiceImage verb(CommandRunner commands, int parallel) {
        return new BuildServiceImage(builder, registry, commands, new NoonTime(), parallel);
    }

    private static List<BuildPlan> twoServices() {
        return List.of(
                aRequest().service("orders").source("orders").plan(),
                aRequest().service("payments").source("payments").plan());
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class NoonTime implements Timekeeper {
        @Override
        public Instant now() {
            return NOON;
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration length) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }

    private final class RecordingBuilder implements ImageBuilder {
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private volatile String source = "a";
        private volatile RuntimeException failure;

        @Override
        public BuildInputs inspect(BuildPlan plan) {
            calls.add("inspect");
            return ImageFixtures.inputs(source);
        }

        @Override
        public void clean(BuildPlan plan) {
            calls.add("clean");
        }

        @Override
        public ImageReference build(BuildPlan plan, ImageLabels labels) {
            calls.add("build");
            if (failure != null) {
                throw failure;
            }
            return registry.put(plan.repository(), labels);
        }
    }
}
