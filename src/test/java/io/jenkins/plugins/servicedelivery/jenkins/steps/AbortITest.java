package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Steps that are stopped in the middle. Time stands still on the cluster when that happens, so that only what is done at
 * once is seen before it goes on.
 */
@WithJenkins
class AbortITest {
    private static JenkinsRule jenkins;
    private static Tea tea;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tea = Tea.in(rule);
    }

    /** The states in which a release is aborted. */
    private enum In {
        PREPARING(ReleaseState.Preparing.class),
        SHIFTING(ReleaseState.Shifting.class),
        HOLDING(ReleaseState.Holding.class),
        PAUSED(ReleaseState.Paused.class),
        PROMOTING(ReleaseState.Promoting.class),
        SELECTING(ReleaseState.Selecting.class);

        private final Class<? extends State> state;

        In(Class<? extends State> state) {
            this.state = state;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveAllRequestsBackToStableFirstWhenAReleaseIsAborted(In where) throws Exception {
        Corner corner = tea.corner("release-" + where.name().toLowerCase(java.util.Locale.ROOT))
                .deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run = corner.startUntil(
                corner.job(corner.release(tea.better(), where == In.PAUSED ? "manual" : "careful")), where.state);

        run.doStop();

        corner.awaitWayBack("release");
        assertThat(corner.only()).contains(stable);
        assertThat(corner.evidence("release")).anyMatch(line -> line.contains(" -> rolling back: rollback asked for"));
        corner.thaw();
        corner.awaitEnd(run, Result.ABORTED);
        jenkins.assertLogContains("rolled back", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertThat(corner.only()).contains(stable);
        corner.assertTidy();
    }

    /** How a build can be ended against its will. */
    private enum Way {
        STOP_AND_TERM {
            @Override
            void end(WorkflowRun run) throws Exception {
                run.doStop();
                run.doTerm();
            }
        },
        STOP_AND_KILL {
            @Override
            void end(WorkflowRun run) throws Exception {
                run.doStop();
                run.doKill();
            }
        },
        TERM_ALONE {
            @Override
            void end(WorkflowRun run) {
                run.doTerm();
            }
        },
        KILL_ALONE {
            @Override
            void end(WorkflowRun run) {
                run.doKill();
            }
        };

        abstract void end(WorkflowRun run) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringAReleaseBackEvenWhereTheBuildIsEndedByForce(Way way) throws Exception {
        Corner corner = tea.corner(
                        "force-" + way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run =
                corner.startUntil(corner.job(corner.release(tea.better(), "careful")), ReleaseState.Holding.class);

        way.end(run);

        corner.awaitEnd(run, Result.ABORTED);
        corner.awaitState("release", ReleaseState.RollingBack.class);
        assertThat(corner.only()).contains(stable);
        corner.thaw();
        corner.awaitState("release", ReleaseState.RolledBack.class);
        corner.assertTidy();
    }

    @Test
    void shouldBringAReleaseBackThatRunsIntoATimeout() throws Exception {
        Corner corner = tea.corner("timeout").deployed();
        String stable = corner.only().orElseThrow();
        WorkflowRun run = corner.startUntil(
                corner.job("timeout(time: 10, unit: 'SECONDS') {\n" + corner.release(tea.better(), "slow") + "\n}"),
                ReleaseState.Holding.class);

        corner.awaitState("release", ReleaseState.RollingBack.class);

        assertThat(corner.only()).contains(stable);
        assertThat(corner.evidence("release")).anyMatch(line -> line.startsWith("signal: rollback asked for: "));
        corner.awaitEnd(run, Result.ABORTED); // by force: time still stands on the cluster
        corner.thaw();
        corner.awaitState("release", ReleaseState.RolledBack.class);
        corner.assertTidy();
    }

    @Test
    void shouldBringAReleaseBackWhenAParallelBranchFails() throws Exception {
        Corner corner = tea.corner("fail-fast").deployed();
        WorkflowRun run = corner.startUntil(
                corner.job(
                        """
                        parallel failFast: true,
                          release: { %s },
                          other: {
                            waitUntil(initialRecurrencePeriod: 100, quiet: true) { fileExists 'now' }
                            error 'the other branch failed'
                          }
                        """
                                .formatted(corner.release(tea.better(), "slow"))),
                ReleaseState.Holding.class);

        jenkins.jenkins.getWorkspaceFor(run.getParent()).child("now").write("", "UTF-8");

        corner.awaitState("release", ReleaseState.RollingBack.class);
        corner.thaw();
        corner.awaitEnd(run, Result.FAILURE);
        jenkins.assertLogContains("the other branch failed", run);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.RolledBack.class);
        corner.assertTidy();
    }

    @ParameterizedTest
    @ValueSource(classes = {EnvironmentState.Starting.class, EnvironmentState.Draining.class})
    void shouldBringAnEnvironmentBackWhenItsDeploymentIsAborted(Class<? extends State> state) throws Exception {
        Corner corner = tea.corner("deploy-" + state.getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .deployed();
        String before = corner.only().orElseThrow();
        WorkflowRun run = corner.startUntil(corner.job(corner.deploy(tea.better())), state);

        run.doStop();

        corner.awaitWayBack("environment");
        assertThat(corner.only()).contains(before);
        corner.thaw();
        corner.awaitEnd(run, Result.ABORTED);
        assertThat(corner.record("environment").state()).isInstanceOf(EnvironmentState.Failed.class);
        assertThat(corner.record("environment").state().phrase()).isEqualTo("failed and withdrawn");
        assertThat(corner.only()).contains(before);
        corner.assertTidy();
    }

    @Test
    void shouldBringARemovalToItsEndBecauseThereIsNoWayBack() throws Exception {
        Corner corner = tea.corner("recycle").deployed();
        WorkflowRun run =
                corner.startUntil(corner.job("recycleEnvironment " + corner.where()), RecycleState.Deleting.class);

        run.doStop();
        corner.thaw();

        corner.awaitEnd(run, Result.ABORTED);
        jenkins.assertLogContains("it cannot be turned back any more and is brought to its end", run);
        assertThat(corner.record("recycle").state()).isInstanceOf(RecycleState.Recycled.class);
        corner.assertTidy();
    }

    @Test
    void shouldLeaveNothingWhereTheBuildIsAbortedBeforeAnythingWasBegun() throws Exception {
        Corner corner = tea.corner("before").deployed();
        WorkflowRun run = Corner.start(corner.job("sleep 1\n" + corner.release(tea.better(), "slow")));

        run.doStop();

        corner.awaitEnd(run, Result.ABORTED);
        assertThat(corner.find("release")).isEmpty();
        corner.assertTidy();
    }

    @Test
    void shouldLetTheOtherBuildGoOnThatAnAbortedOneWaitsFor() throws Exception {
        Corner corner = tea.corner("waiting").deployed();
        WorkflowRun first =
                corner.startUntil(corner.job("first", corner.deploy(tea.better())), EnvironmentState.Starting.class);
        WorkflowRun second = Corner.start(corner.job("second", corner.deploy(tea.faulty())));
        await().atMost(Corner.LIMIT).until(() -> Corner.log(second).contains("has to come to its end"));

        second.doStop();

        corner.awaitEnd(second, Result.ABORTED);
        assertThat(first.isBuilding()).isTrue();
        corner.thaw();
        corner.awaitEnd(first, Result.SUCCESS);
        assertThat(corner.records().stream().map(record -> record.key().value()).toList())
                .isEqualTo(List.of("environment-tea-test", "environment-tea-test.2"));
        corner.assertTidy();
    }

    @Test
    void shouldBringToItsEndWhatAnAbortedBuildHadToEndFirst() throws Exception {
        Corner corner = tea.corner("superseding").deployed();
        corner.awaitEnd(Corner.start(corner.job("one", corner.release(tea.better(), "careful"))), Result.SUCCESS);
        WorkflowRun run = corner.startUntil(
                corner.job("two", corner.release(tea.orders(), "careful")), ReleaseState.Retiring.class);

        run.doStop();
        corner.thaw();

        corner.awaitEnd(run, Result.ABORTED);
        assertThat(corner.records()).hasSize(2);
        assertThat(corner.record("release").state()).isInstanceOf(ReleaseState.Completed.class);
        corner.assertTidy();
    }
}
