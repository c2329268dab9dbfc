package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerLog;
import io.jenkins.plugins.servicedelivery.jenkins.records.PlantedRecords;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Pressing the buttons of an operation, and who may. */
@WithJenkins
class SteeringITest {
    @Test
    void shouldResumeAPausedReleaseAndRollItBackAfterItsPromotion(JenkinsRule jenkins) throws Exception {
        ReleaseScene scene = ReleaseScene.in(jenkins, "tea");
        people(jenkins);
        WorkflowRun run = scene.paused();

        HtmlPage answer = Visitor.of(jenkins, "builder").press(run, "Resume", "looks good");
        scene.waitFor(run, story -> story.moment().code().equals("release.Keeping"));
        jenkins.waitForCompletion(run);

        assertThat(answer.getUrl().getPath()).endsWith(run.getUrl() + "service-delivery/");
        jenkins.assertBuildStatusSuccess(run);
        assertThat(Visitor.of(jenkins, "reader").operation(run)).contains("resume asked for by builder: looks good");

        // nobody drives it any more, so the caretaker does
        Visitor.of(jenkins, "canceller").press(run, "Roll back", "wrong\nprices\u0007");
        scene.waitFor(run, story -> story.moment().code().equals("release.RolledBack"));

        assertThat(scene.record(ReleaseScene.ref(run).key()).state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertThat(Visitor.of(jenkins, "reader").operation(run))
                .contains("rollback asked for by canceller: wrong prices");
        assertThat(CaretakerLog.get().entries())
                .anySatisfy(entry -> assertThat(entry.text()).contains("rollback asked for by canceller"));
        assertThat(Visitor.of(jenkins, "admin")
                        .page("service-delivery/caretaker/")
                        .asNormalizedText())
                .contains("Somebody asked for it", "rollback asked for by canceller: wrong prices");
    }

    @Test
    void shouldPauseAReleaseThatGoesOnAndRollItBack(JenkinsRule jenkins) throws Exception {
        ReleaseScene scene = ReleaseScene.in(jenkins, "tea");
        people(jenkins);
        WorkflowRun run = scene.running();

        Visitor.of(jenkins, "canceller").press(run, "Pause", "");
        scene.waitFor(run, story -> story.moment().code().equals("release.Paused"));
        assertThat(Visitor.of(jenkins, "reader").operation(run)).contains("pause asked for by canceller");
        Visitor.of(jenkins, "canceller").press(run, "Roll back", "no");
        jenkins.waitForCompletion(run);

        jenkins.assertBuildStatus(Result.FAILURE, run);
        assertThat(scene.record(ReleaseScene.ref(run).key()).state()).isInstanceOf(ReleaseState.RolledBack.class);
    }

    @Test
    void shouldLetNobodyDoWhatHeMayNot(JenkinsRule jenkins) throws Exception {
        ReleaseScene scene = ReleaseScene.in(jenkins, "tea");
        people(jenkins);
        WorkflowRun run = scene.paused();
        String address = run.getUrl() + "service-delivery/operation/" + "simulated."
                + ReleaseScene.ref(run).key() + "/";

        assertThat(Visitor.buttons(Visitor.of(jenkins, "reader").release(run))).isEmpty();
        assertThat(Visitor.buttons(Visitor.of(jenkins, "builder").release(run))).containsExactly("Resume");
        assertThat(Visitor.buttons(Visitor.of(jenkins, "canceller").release(run)))
                .containsExactly("Roll back");
        for (String act : new String[] {"pause", "resume", "rollback"}) {
            assertThat(post(jenkins, "reader", address + act)).as(act).isEqualTo(403);
            assertThat(post(jenkins, "stranger", address + act)).as(act).isEqualTo(404);
            assertThat(Visitor.of(jenkins, "admin").status(HttpMethod.GET, address + act, false))
                    .as(act)
                    .isEqualTo(405);
            assertThat(Visitor.anonymous(jenkins).status(HttpMethod.POST, address + act, false))
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(post(jenkins, "canceller", address + "resume")).isEqualTo(403);
        assertThat(post(jenkins, "builder", address + "rollback")).isEqualTo(403);
        assertThat(Visitor.of(jenkins, "stranger").get(address).getStatusCode()).isEqualTo(404);
        assertThat(scene.record(ReleaseScene.ref(run).key()).signal()).isEmpty();
    }

    @Test
    void shouldRefuseWhatMeansNothingNow(JenkinsRule jenkins) throws Exception {
        ReleaseScene scene = ReleaseScene.in(jenkins, "tea");
        WorkflowRun run = scene.rolledBack();
        String address = run.getUrl() + "service-delivery/operation/" + "simulated."
                + ReleaseScene.ref(run).key() + "/";

        WebResponse answer = Visitor.anonymous(jenkins).post(address + "rollback");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("that means nothing while it is", "rolled back");
    }

    /** To go on gives the candidate more requests, which the caretaker never does. */
    @Test
    void shouldNotResumeWhatNobodyDrives(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("tea"));
        PlantedRecords paused = PlantedRecords.of("simulated", "release-tea", "planted");
        paused.plant(run);
        String address = run.getUrl() + "service-delivery/operation/" + paused.id() + "/";

        assertThat(Visitor.anonymous(jenkins).operation(run)).contains("No build drives this operation");
        assertThat(Visitor.buttons(Visitor.anonymous(jenkins).release(run))).containsExactly("Pause", "Roll back");
        assertThat(Visitor.anonymous(jenkins).post(address + "resume").getContentAsString())
                .contains("no build drives it", "Run the step again for the same image");
    }

    private static int post(JenkinsRule jenkins, String user, String address) throws Exception {
        return Visitor.of(jenkins, user).status(HttpMethod.POST, address, true);
    }

    private static void people(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader", "builder", "canceller", "stranger")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "builder", "canceller")
                .grant(Item.BUILD)
                .everywhere()
                .to("builder")
                .grant(Item.CANCEL)
                .everywhere()
                .to("canceller"));
    }
}
