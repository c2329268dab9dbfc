package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryAction;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.Stories;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** The tea line in production, and builds whose releases ended, or wait, in every way. */
final class ReleaseScene {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final JenkinsRule jenkins;
    private final DeliveryRoom room;
    private final WorkflowJob job;
    private final TeaLine line;
    private int version = 1;

    private ReleaseScene(JenkinsRule jenkins, String name) throws Exception {
        this.jenkins = jenkins;
        this.room = DeliveryRoom.in(jenkins);
        this.job = room.job(name, "");
        this.line = room.line(job);
    }

    /** Both services run in production, brought there by the first build of this job. */
    static ReleaseScene in(JenkinsRule jenkins, String job) throws Exception {
        ReleaseScene scene = new ReleaseScene(jenkins, job);
        scene.deploy();
        return scene;
    }

    DeliveryRoom room() {
        return room;
    }

    WorkflowJob job() {
        return job;
    }

    private void deploy() throws Exception {
        job.setDefinition(script("deployEnvironment environment: 'production', images: [orders: '%s', payments: '%s']"
                .formatted(line.build("orders"), line.build("payments"))));
        jenkins.buildAndAssertSuccess(job);
    }

    /** A release of orders that is promoted. */
    WorkflowRun promoted() throws Exception {
        release("", "careful");
        return jenkins.buildAndAssertSuccess(job);
    }

    /** A release of orders that the judge rolls back. */
    WorkflowRun rolledBack() throws Exception {
        release("errors=0.5", "careful");
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }

    /** A release of orders that waits for a person after its first step. */
    WorkflowRun paused() throws Exception {
        release("", "manual");
        return waitFor(
                job.scheduleBuild2(0).waitForStart(),
                story -> story.moment().code().equals("release.Paused"));
    }

    /** A release of payments that holds its first step for hours, by a job of its own: two builds need two workspaces. */
    WorkflowRun running() throws Exception {
        WorkflowJob other = room.job(job.getName() + "-of-payments", "");
        TeaLine its = room.line(other);
        its.change("payments", "2", "");
        other.setDefinition(release("payments", its.build("payments"), "slow"));
        return waitFor(
                other.scheduleBuild2(0).waitForStart(),
                story -> story.moment().code().equals("release.Holding")
                        && story.verdict().isPresent());
    }

    /** Waits until the story of the release that a build drives is so. */
    WorkflowRun waitFor(WorkflowRun run, Predicate<Story> expected) {
        await().atMost(LONG).until(() -> {
            List<Story> stories = stories(run);
            return !stories.isEmpty() && expected.test(stories.get(stories.size() - 1));
        });
        return run;
    }

    /** The stories of a build. */
    static List<Story> stories(WorkflowRun run) {
        DeliveryAction action = run.getAction(DeliveryAction.class);
        return action == null
                ? List.of()
                : action.operations().stream()
                        .flatMap(driven -> Stories.get().read(run, driven.ref()).stream())
                        .toList();
    }

    /** Where the record of the last operation of a build is. */
    static OperationRef ref(WorkflowRun run) {
        List<DeliveryAction.Driven> driven = run.getAction(DeliveryAction.class).operations();
        return driven.get(driven.size() - 1).ref();
    }

    /** The record of an operation as it is now. */
    Record<?, ?> record(RecordKey key) {
        return room.cluster().ports().records().read(key).orElseThrow();
    }

    private void release(String behaviour, String strategy) throws Exception {
        version++;
        line.change("orders", Integer.toString(version), behaviour);
        job.setDefinition(release("orders", line.build("orders"), strategy));
    }

    private static CpsFlowDefinition release(String service, String image, String strategy) throws Exception {
        return script("grayRelease environment: 'production', service: '%s', image: '%s', strategy: '%s'"
                .formatted(service, image, strategy));
    }

    private static CpsFlowDefinition script(String step) throws Exception {
        return new CpsFlowDefinition("node {\n" + step + "\n}", true);
    }
}
