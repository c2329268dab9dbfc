package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.actions.PauseAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Several builds and people at one environment. */
@WithJenkins
class SideBySideITest {
    private static JenkinsRule jenkins;
    private static Tea tea;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tea = Tea.in(rule);
    }

    @Test
    void shouldRefuseTheSecondBuildThatAsksForTheSameRelease() throws Exception {
        Corner corner = tea.corner("same").deployed();
        WorkflowRun first = corner.startUntil(
                corner.job("first", corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        WorkflowRun second = corner.awaitEnd(
                Corner.start(corner.job("second", corner.release(tea.better(), "careful"))), Result.FAILURE);

        jenkins.assertLogContains(
                "failed: same-first #1 is at it already. Wait until that has ended, or abort it.", second);
        jenkins.assertLogNotContains("\tat ", second);
        assertThat(first.isBuilding()).isTrue();
        corner.thaw();
        corner.awaitEnd(first, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldRefuseABuildThatWantsToReleaseAnotherVersionMeanwhile() throws Exception {
        Corner corner = tea.corner("other").deployed();
        WorkflowRun first = corner.startUntil(
                corner.job("first", corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        WorkflowRun second = corner.awaitEnd(
                Corner.start(corner.job("second", corner.release(tea.faulty(), "careful"))), Result.FAILURE);

        jenkins.assertLogContains("started by other-first #1, is open (candidate at 10 %)", second);
        corner.thaw();
        corner.awaitEnd(first, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldReleaseTwoServicesOfOneEnvironmentSideBySide() throws Exception {
        Corner corner = tea.corner("two").deployed();
        WorkflowRun orders = corner.startUntil(
                corner.job("orders", corner.release(tea.better(), "careful")), ReleaseState.Holding.class);
        corner.thaw();

        WorkflowRun payments = Corner.start(corner.job(
                "payments",
                "grayRelease %s, image: [payments: '%s'], strategy: 'careful'"
                        .formatted(corner.where(), tea.morePayments())));

        await().atMost(Corner.LIMIT)
                .until(() -> corner.find("release-tea-test-payments").isPresent() && orders.isBuilding());
        corner.awaitEnd(orders, Result.SUCCESS);
        corner.awaitEnd(payments, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldReleaseTwoServicesInParallelBranchesOfOneBuild() throws Exception {
        Corner corner = tea.corner("branches").deployed();

        WorkflowRun run = Corner.start(corner.job(
                """
                parallel orders: { %s }, payments: {
                  grayRelease %s, image: [payments: '%s'], strategy: 'careful'
                }
                """
                        .formatted(corner.release(tea.better(), "careful"), corner.where(), tea.morePayments())));

        corner.awaitEnd(run, Result.SUCCESS);
        assertThat(corner.record("release-tea-test-orders").state()).isInstanceOf(ReleaseState.Keeping.class);
        assertThat(corner.record("release-tea-test-payments").state()).isInstanceOf(ReleaseState.Keeping.class);
        corner.assertTidy();
    }

    @Test
    void shouldTryARolledBackReleaseOnceMoreInsideRetry() throws Exception {
        Corner corner = tea.corner("retry").deployed();

        WorkflowRun run = Corner.start(corner.job("retry(2) {\n" + corner.release(tea.faulty(), "careful") + "\n}"));

        corner.awaitEnd(run, Result.FAILURE);
        assertThat(corner.records()).hasSize(3).noneMatch(record -> record.state()
                .isOpen());
        assertThat(corner.record("release").key().value()).endsWith(".2");
        corner.assertTidy();
    }

    @Test
    void shouldFailTheBuildWhoseReleaseAnotherJobRollsBack() throws Exception {
        Corner corner = tea.corner("rollback").deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun release = corner.startUntil(
                corner.job("release", corner.release(tea.better(), "slow")), ReleaseState.Holding.class);
        corner.thaw();

        WorkflowRun rollback = corner.awaitEnd(
                Corner.start(corner.job(
                        "rollback",
                        "def back = rollbackRelease " + corner.where()
                                + ", service: 'orders', reason: 'wrong prices'\n"
                                + "echo \"back: ${back.rolledBack} ${back.service} ${back.lost}\"")),
                Result.SUCCESS);

        jenkins.assertLogContains("back: true orders 0", rollback);
        corner.awaitEnd(release, Result.FAILURE);
        jenkins.assertLogContains(
                "was rolled back: rollback asked for by rollback-rollback #1: wrong prices.", release);
        assertThat(corner.only()).contains(stable);
        corner.assertTidy();
    }

    @Test
    void shouldRollBackWithinTheKeepWindowAndRefuseAfterwards() throws Exception {
        Corner corner = tea.corner("keep").deployed();
        String stable = corner.only().orElseThrow();
        corner.awaitEnd(Corner.start(corner.job("release", corner.release(tea.better(), "careful"))), Result.SUCCESS);
        assertThat(corner.only()).isNotEqualTo(java.util.Optional.of(stable));
        var rollback = corner.job("rollback", "rollbackRelease " + corner.where() + ", service: 'orders'");

        corner.awaitEnd(Corner.start(rollback), Result.SUCCESS);
        assertThat(corner.only()).contains(stable);

        WorkflowRun again = corner.awaitEnd(Corner.start(rollback), Result.FAILURE);
        jenkins.assertLogContains("no release of orders is going on in tea-test or within its keep window", again);
        corner.assertTidy();
    }

    @Test
    void shouldEndTheKeepWindowOfTheReleaseBeforeWhenTheNextOneBegins() throws Exception {
        Corner corner = tea.corner("superseded").deployed();
        var job = corner.job("");
        job.setDefinition(new org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition(
                "node {\n" + corner.release(tea.better(), "careful") + "\n" + corner.release(tea.orders(), "careful")
                        + "\n}",
                true));

        WorkflowRun run = corner.awaitEnd(Corner.start(job), Result.SUCCESS);

        jenkins.assertLogContains("has to come to its end", run);
        assertThat(corner.records().stream()
                        .filter(record -> record.kind().equals("release"))
                        .map(record -> record.state().getClass().getSimpleName()))
                .containsExactlyInAnyOrder("Completed", "Keeping");
        corner.assertTidy();
    }

    private WorkflowRun paused(Corner corner) throws Exception {
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "manual")), ReleaseState.Paused.class);
        corner.thaw();
        await("the step shows the pause")
                .atMost(Corner.LIMIT)
                .until(() -> node(run) != null && PauseAction.isPaused(node(run)));
        return run;
    }

    private static FlowNode node(WorkflowRun run) {
        return new DepthFirstScanner()
                .findFirstMatch(
                        run.getExecution(),
                        node -> node instanceof StepNode step
                                && step.getDescriptor() instanceof GrayReleaseStep.DescriptorImpl);
    }

    @Test
    void shouldShowThatAPersonIsWaitedForAndGoOnWhenOneAgrees() throws Exception {
        Corner corner = tea.corner("resumed").deployed();
        WorkflowRun run = paused(corner);
        await("no claim is held").atMost(Corner.LIMIT).until(() -> corner.control().ports().leases().list().stream()
                .allMatch(Claim::isFree));

        corner.ask("release", Signal.Kind.RESUME, "alice", "looks good");
        Drives.get().wake(corner.ref("release"));

        corner.awaitEnd(run, Result.SUCCESS);
        assertThat(PauseAction.isPaused(node(run))).isFalse();
        jenkins.assertLogContains("resume asked for by alice: looks good", run);
        corner.assertTidy();
    }

    @Test
    void shouldNoticeByItselfThatAnotherProcessHasAskedSomething() throws Exception {
        Corner corner = tea.corner("noticed").deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run = paused(corner);

        corner.ask("release", Signal.Kind.ROLLBACK, "alice", "not today");

        corner.awaitEnd(run, Result.FAILURE);
        jenkins.assertLogContains("was rolled back: rollback asked for by alice: not today.", run);
        assertThat(PauseAction.isPaused(node(run))).isFalse();
        assertThat(corner.only()).contains(stable);
        corner.assertTidy();
    }

    @Test
    void shouldRollBackWhereTheCandidateIsLostDuringAPause() throws Exception {
        Corner corner = tea.corner("lost").deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run = paused(corner);
        String candidate = corner.weights().keySet().stream()
                .filter(version -> !version.equals(stable))
                .findFirst()
                .orElseThrow();

        corner.installation().hands().fail("tea-test", candidate, "the disk is full");

        corner.awaitEnd(run, Result.FAILURE);
        assertThat(corner.only()).contains(stable);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
    }

    @Test
    void shouldKeepNothingOfCatalogAndClusterInABuildThatWaits() throws Exception {
        Corner corner = tea.corner("files").deployed();
        WorkflowRun run = paused(corner);

        try (Stream<Path> all = Files.walk(run.getRootDir().toPath())) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).extracting(file -> file.getFileName().toString()).contains("build.xml", "program.dat");
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain("minimumRequests")
                        .doesNotContain("simulated.SimulatedInstallation")
                        .doesNotContain("ClusterCourse")
                        .doesNotContain("ReleasePlan");
                if (!file.endsWith("program.dat")) {
                    assertThat(text)
                            .as(file.toString())
                            .doesNotContain("DurableStepExecution")
                            .doesNotContain("ReleaseVerb");
                }
            }
        }
        corner.ask("release", Signal.Kind.ROLLBACK, "alice", "");
        Drives.get().wake(corner.ref("release"));
        corner.awaitEnd(run, Result.FAILURE);
    }
}
