package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerLog;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerWork;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What is done when no build does it. */
@WithJenkins
class CaretakerITest {
    private static JenkinsRule jenkins;
    private static Tea tea;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tea = Tea.in(rule);
    }

    /** It looks once a minute by itself; nobody wants to wait for that here. */
    private static void awaitLooking(String what, java.util.concurrent.Callable<Boolean> done) {
        await(what).pollInterval(Duration.ofMillis(500)).atMost(Corner.LIMIT).until(() -> {
            CaretakerWork.wake();
            return done.call();
        });
    }

    private static List<String> log(OperationRef ref) {
        return CaretakerLog.get().entries().stream()
                .filter(entry -> entry.cluster().equals(ref.cluster())
                        && entry.key().equals(ref.key().value()))
                .map(entry -> entry.duty() + " " + entry.text())
                .toList();
    }

    private static WorkflowRun promote(Corner corner) throws Exception {
        return corner.awaitEnd(Corner.start(corner.job(corner.release(tea.better(), "careful"))), Result.SUCCESS);
    }

    @Test
    void shouldLookEveryMinute() {
        assertThat(ExtensionList.lookupSingleton(CaretakerWork.class).getRecurrencePeriod())
                .isEqualTo(60_000);
    }

    @Test
    void shouldRemoveTheOldVersionWhenTheKeepWindowEnds() throws Exception {
        Corner corner = tea.corner("keep-over").deployed();
        String old = corner.only().orElseThrow();
        promote(corner);
        assertThat(corner.weights()).containsKey(old);

        corner.installation().clock().turn(Duration.ofMinutes(11));

        awaitLooking("the end", () -> corner.record("release").state() instanceof ReleaseState.Completed);
        assertThat(corner.weights()).doesNotContainKey(old);
        assertThat(corner.control().ports().cluster().observe("tea-test").versions())
                .doesNotContainKey(old);
        await().atMost(Corner.LIMIT).untilAsserted(() -> assertThat(log(corner.ref("release")))
                .hasSizeBetween(2, 5)
                .allMatch(line -> line.startsWith("due "))
                .first()
                .asString()
                .isEqualTo("due promoted"));
        corner.assertTidy();
    }

    @Test
    void shouldRollBackAPromotedReleaseThatSomebodyAskedToRollBack() throws Exception {
        Corner corner = tea.corner("asked").deployed();
        String stable = corner.only().orElseThrow();
        promote(corner);

        corner.ask("release", Signal.Kind.ROLLBACK, "alice", "wrong prices");

        awaitLooking("the way back", () -> corner.record("release").state() instanceof ReleaseState.RolledBack);
        assertThat(corner.only()).contains(stable);
        assertThat(log(corner.ref("release"))).anyMatch(line -> line.startsWith("asked rolling back: "));
        corner.assertTidy();
    }

    @Test
    void shouldLeaveAloneWhatABuildDrives() throws Exception {
        Corner corner = tea.corner("driven").deployed();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "slow")), ReleaseState.Holding.class);
        corner.installation().clock().turn(Duration.ofHours(1)); // its claim looks as if nobody had renewed it

        for (int look = 0; look < 5; look++) {
            CaretakerWork.wake();
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        }

        assertThat(log(corner.ref("release"))).isEmpty();
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.Holding.class);
        assertThat(Drives.get().driverOf(corner.ref("release"))).contains("driven #1");
        run.doStop();
        corner.thaw();
        corner.awaitEnd(run, Result.ABORTED);
    }

    @Test
    void shouldBringAReleaseBackWhoseStepHasBroken() throws Exception {
        Corner corner = tea.lab("broke", true).deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "slow")), ReleaseState.Holding.class);
        var ref = corner.ref("release");
        corner.lab().breakWith(new IllegalStateException("on purpose"));
        Drives.get().wake(ref);
        corner.awaitEnd(run, Result.FAILURE);
        corner.lab().mend();
        jenkins.waitForCompletion(run);
        run.delete();

        corner.thaw();
        CaretakerWork.wake();
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.Holding.class);
        corner.installation().clock().turn(Duration.ofMinutes(32)); // a claim's term and half an hour of grace

        awaitLooking("the way back", () -> corner.record("release").state() instanceof ReleaseState.RolledBack);
        assertThat(corner.only()).contains(stable);
        assertThat(log(ref))
                .anyMatch(line -> line.startsWith("abandoned rolling back: rollback asked for by caretaker"));
        corner.assertTidy();
    }

    @Test
    void shouldSayOnceThatAClusterDoesNotAnswerAndGoOnWithTheOthers() throws Exception {
        Corner silent = tea.lab("silent", true);
        silent.lab().goDown();
        Corner corner = tea.corner("beside").deployed();
        promote(corner);
        corner.installation().clock().turn(Duration.ofMinutes(11));
        var messages = new org.jvnet.hudson.test.LogRecorder()
                .record(
                        "io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerLook",
                        java.util.logging.Level.WARNING)
                .capture(100);

        awaitLooking("the end", () -> corner.record("release").state() instanceof ReleaseState.Completed);
        for (int look = 0; look < 5; look++) {
            CaretakerWork.wake();
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        }

        assertThat(messages.getMessages().stream().filter(message -> message.contains("silent")))
                .hasSize(1);
        messages.close();
        silent.lab().mend();
    }

    @Test
    void shouldNotKeepAnOperationForItselfWhereItBreaks() throws Exception {
        Corner corner = tea.lab("own-trouble", true).deployed();
        promote(corner);
        var ref = corner.ref("release");
        corner.ask("release", Signal.Kind.ROLLBACK, "alice", "");
        tea.freezer().breakIn("own-trouble", ReleaseState.RollingBack.class);

        awaitLooking("the broken chore", () -> tea.freezer().isFrozen("own-trouble"));
        await().atMost(Corner.LIMIT).until(() -> Drives.get().driverOf(ref).isEmpty());
        corner.lab().mend();
        corner.installation().clock().turn(Duration.ofMinutes(2));
        CaretakerWork.wake();
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        corner.installation().clock().turn(Duration.ofMinutes(2));

        awaitLooking("the way back", () -> corner.record("release").state() instanceof ReleaseState.RolledBack);
    }
}
