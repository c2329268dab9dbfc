package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerLog;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** A build that is lost when the controller is killed, because nobody asked that it be saved with every step. */
class LostBuildRestartITest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().withTimeout(600);

    @Test
    void shouldBringTheReleaseOfALostBuildBackToStable() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(LostBuildRestartITest::holdARelease);
        jenkins.stopJenkinsForcibly();
        jenkins.startJenkins();
        jenkins.runRemotely(LostBuildRestartITest::theCaretakerBringsItBack);
    }

    @Test
    void shouldGoOnBringingBackWhatWasBeingAborted() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(LostBuildRestartITest::holdAnAbortedRelease);
        jenkins.stopJenkinsForcibly();
        jenkins.startJenkins();
        jenkins.runRemotely(LostBuildRestartITest::theAbortedBuildEnds);
    }

    private static WorkflowRun hold(JenkinsRule rule, FlowDurabilityHint durability) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(rule);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        Path catalog = line.folder().resolve("tea.yaml");
        Files.writeString(catalog, Files.readString(catalog).replace("keep: 10m", "keep: 10m\nabandonAfter: 30s"));
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", "");
        String second = line.build("orders");
        job.addProperty(new DurabilityHintJobProperty(durability));
        job.setDefinition(new CpsFlowDefinition(
                """
                node {
                  deployEnvironment environment: 'test', images: [orders: '%s', payments: '%s']
                  grayRelease environment: 'test', image: [orders: '%s'], strategy: 'slow'
                }
                """
                        .formatted(first, payments, second),
                true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        await("the release holds")
                .atMost(LIMIT)
                .until(() -> !room.cluster().ports().records().list().isEmpty()
                        && room.cluster().ports().records().list().stream()
                                .anyMatch(record -> record.state() instanceof ReleaseState.Holding));
        return run;
    }

    private static void holdARelease(JenkinsRule rule) throws Exception {
        WorkflowRun run = hold(rule, FlowDurabilityHint.PERFORMANCE_OPTIMIZED);

        rule.assertLogContains("This build does not survive a kill of the controller", run);
        assertThat(DeliveryRoom.of(rule).weights("tea-test", "orders").values()).containsExactlyInAnyOrder(10, 90);
    }

    private static void theCaretakerBringsItBack(JenkinsRule rule) throws Exception {
        WorkflowRun run =
                rule.jenkins.getItemByFullName("tea", WorkflowJob.class).getBuildByNumber(1);
        await("the build is lost").atMost(LIMIT).until(() -> !run.isBuilding());
        assertThat(run.getResult()).isNotEqualTo(Result.SUCCESS);
        DeliveryRoom room = DeliveryRoom.of(rule);

        await("the way back").pollInterval(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> {
            CaretakerWork.wake();
            return room.record("release").state() instanceof ReleaseState.RolledBack;
        });

        assertThat(CaretakerLog.get().entries())
                .anyMatch(entry ->
                        entry.duty().equals("abandoned") && entry.text().startsWith("rolling back: "));
        assertSafe(room);
    }

    private static void holdAnAbortedRelease(JenkinsRule rule) throws Exception {
        WorkflowRun run = hold(rule, FlowDurabilityHint.MAX_SURVIVABILITY);
        DeliveryRoom.of(rule).cluster().clock().setSpeed(0);

        run.doStop();

        run.getExecution().getCurrentExecutions(false).get(); // by now the step has been told
        await("the first effect")
                .atMost(LIMIT)
                .until(() -> DeliveryRoom.of(rule).record("release").state() instanceof ReleaseState.RollingBack);
    }

    private static void theAbortedBuildEnds(JenkinsRule rule) throws Exception {
        WorkflowRun run =
                rule.jenkins.getItemByFullName("tea", WorkflowJob.class).getBuildByNumber(1);

        await("the end").atMost(LIMIT).until(() -> !run.isBuilding());

        rule.assertBuildStatus(Result.ABORTED, run);
        rule.assertLogContains("going on with release-tea-test-orders-", run);
        assertThat(DeliveryRoom.of(rule).record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertSafe(DeliveryRoom.of(rule));
    }

    private static void assertSafe(DeliveryRoom room) {
        assertThat(room.weights("tea-test", "orders").values()).containsExactly(100);
        assertThat(room.cluster().ports().leases().list()).allMatch(Claim::isFree);
        assertThat(room.cluster()
                        .hands()
                        .totals(new RouteKey("tea-test", Name.of("orders")))
                        .lost())
                .isZero();
    }
}
