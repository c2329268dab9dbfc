package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.LabConnection;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Clusters that do not answer, fail, or are set anew while a step works on them. */
@WithJenkins
class TroubleITest {
    private static JenkinsRule jenkins;
    private static Tea tea;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tea = Tea.in(rule);
    }

    @Test
    void shouldNotDriveForwardWhatCouldNotBeToldToGoBack() throws Exception {
        Corner corner = tea.lab("down", true).deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        corner.lab().goDown();
        run.doStop();
        corner.lab().installation().clock().setSpeed(Corner.SPEED); // it would be promoted soon
        await().during(Duration.ofSeconds(1)).until(run::isBuilding);
        corner.lab().mend();

        corner.awaitEnd(run, Result.ABORTED);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertThat(corner.only()).contains(stable);
        corner.assertTidy();
    }

    @Test
    void shouldGoOnWhereAClusterAnswersAgain() throws Exception {
        Corner corner = tea.lab("again", true).deployed();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        var ref = corner.ref("release");
        corner.lab().goDown();
        corner.lab().installation().clock().setSpeed(Corner.SPEED);
        Drives.get().wake(ref);
        await().during(Duration.ofSeconds(1)).until(run::isBuilding);
        corner.lab().mend();

        corner.awaitEnd(run, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldLetGoOfAnOperationWhereSomethingUnexpectedBreaks() throws Exception {
        Corner corner = tea.lab("broken", true).deployed();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);
        var ref = corner.ref("release");
        assertThat(Drives.get().driverOf(ref)).contains("broken #1");

        corner.lab().breakWith(new IllegalStateException("on purpose"));
        Drives.get().wake(ref);

        corner.awaitEnd(run, Result.FAILURE);
        jenkins.assertLogContains("java.lang.IllegalStateException: on purpose", run);
        assertThat(Drives.get().driverOf(ref)).isEmpty();
        corner.lab().mend();
        WorkflowRun next = Corner.start(corner.job("next", corner.release(tea.better(), "careful")));
        await().atMost(Corner.LIMIT).until(() -> Drives.get().driverOf(ref).isPresent());
        corner.thaw();
        corner.awaitEnd(next, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldBringBackWhatWasBegunWhileTheBuildWasBeingAborted() throws Exception {
        Corner corner = tea.lab("gate", true).deployed();
        String stable = corner.only().orElseThrow();
        tea.setAnew("gate", new LabConnection(true, 2 * Corner.SPEED));
        CountDownLatch gate = corner.lab().closeGate();
        WorkflowRun run = Corner.start(corner.job(corner.release(tea.better(), "slow")));
        corner.lab().awaitSomebodyAtTheGate();

        run.doStop();
        run.getExecution().getCurrentExecutions(false).get(); // by now the step has been told
        gate.countDown();

        corner.awaitEnd(run, Result.ABORTED);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertThat(corner.only()).contains(stable);
        corner.assertTidy();
    }

    @Test
    void shouldSayInOneLineThatAClusterCannotBeConnected() throws Exception {
        Corner corner = tea.lab("away", true);
        corner.lab()
                .breakWith(new FailedException(
                        "Connecting to the cluster \"away\"", "its certificate is wrong", "Mend it."));

        WorkflowRun run = corner.awaitEnd(Corner.start(corner.job(corner.deploy(tea.orders()))), Result.FAILURE);

        jenkins.assertLogContains(
                "ERROR: Connecting to the cluster \"away\" failed: its certificate is wrong. Mend it.", run);
        jenkins.assertLogNotContains("\tat ", run);
        corner.lab().mend();
        corner.awaitEnd(Corner.start(corner.job("then", corner.deploy(tea.orders()))), Result.SUCCESS);
    }

    @Test
    void shouldGoOnWhereTheClusterIsSetAnewUnderARelease() throws Exception {
        Corner corner = tea.corner("anew").deployed();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        SimulatedConnection other = new SimulatedConnection();
        other.setSpeed(Corner.SPEED);
        other.setRequestsPerSecond(60);
        tea.setAnew("anew", other);
        corner.thaw();

        corner.awaitEnd(run, Result.SUCCESS);
        corner.assertTidy();
    }

    @Test
    void shouldFailWhereTheClusterIsTakenOutOfTheSettings() throws Exception {
        Corner corner = tea.corner("removed").deployed();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);
        var ref = corner.ref("release");

        tea.remove("removed");
        Drives.get().wake(ref);

        corner.awaitEnd(run, Result.FAILURE);
        jenkins.assertLogContains(
                "Looking up the cluster \"removed\" failed: the settings have none of this name", run);
        assertThat(Drives.get().driverOf(ref)).isEmpty();
    }
}
