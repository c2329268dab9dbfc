package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.sf.json.JSONObject;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.Stapler;

/** The page of a build shows what became of its release. One Jenkins has a release in every way. */
@WithJenkins
class ReleasePagesITest {
    private static final LocaleProvider BEFORE = LocaleProvider.getProvider();
    private static final String CSP = "jenkins.security.csp.CspHeader.headerName";

    private static JenkinsRule jenkins;
    private static ReleaseScene scene;
    private static WorkflowRun promoted;
    private static WorkflowRun rolledBack;
    private static WorkflowRun paused;
    private static WorkflowRun running;

    @BeforeAll
    static void release(JenkinsRule rule) throws Exception {
        LocaleProvider.setProvider(new OfTheBrowser());
        jenkins = rule;
        scene = ReleaseScene.in(rule, "tea");
        promoted = scene.promoted();
        rolledBack = scene.rolledBack();
        paused = scene.paused();
        running = scene.running();
    }

    @AfterAll
    static void restore() {
        LocaleProvider.setProvider(BEFORE);
        System.clearProperty(CSP);
    }

    @Test
    void shouldShowAPromotedRelease() throws Exception {
        assertThat(visitor().operation(promoted))
                .contains("Gray release of orders", "simulated", "tea / production on the cluster simulated")
                .contains("strategy careful", "started by tea #2")
                .contains("Promoted")
                .contains("100 %", "Done", "promotion")
                .containsPattern("requests since it began, 0 answered with an error, 0 lost")
                .containsPattern("Verdict\\s+Pass")
                .contains("Image digest", "Configuration revision")
                .contains("started by tea #2")
                .contains("the candidate is the stable version now");
    }

    @Test
    void shouldShowWhyAReleaseWasRolledBack() throws Exception {
        assertThat(visitor().operation(rolledBack))
                .contains("Rolled back")
                .contains("Rolled back from here", "Not reached")
                .containsPattern("Verdict\\s+Fail")
                .containsPattern("Candidate\\s+\\d+\\s+\\d+\\s+\\d")
                .contains("tolerated is +1 %");
        assertThat(Visitor.buttons(visitor().release(rolledBack))).isEmpty();
    }

    @Test
    void shouldShowAReleaseThatWaitsForAPerson() throws Exception {
        HtmlPage page = visitor().release(paused);

        assertThat(visitor().operation(paused))
                .contains("Paused with the candidate at 10 %", "a person must agree", "Paused here", "To come");
        assertThat(Visitor.buttons(page)).containsExactly("Resume", "Roll back");
    }

    @Test
    void shouldShowAReleaseThatGoesOn() throws Exception {
        HtmlPage page = visitor().release(running);

        assertThat(visitor().operation(running)).contains("Candidate at 10 %", "Now", "Not decided yet", "held for 2h");
        assertThat(Visitor.buttons(page)).containsExactly("Pause", "Roll back");
        assertThat(page.querySelector("section")
                        .getAttributes()
                        .getNamedItem("data-service-delivery-live")
                        .getNodeValue())
                .isEqualTo("true");
    }

    @Test
    void shouldShowTheDeploymentThatCameBefore() throws Exception {
        assertThat(visitor().operation(scene.job().getBuildByNumber(1)))
                .contains("Deployment of production", "Ready", "payments", "wave 1", "orders", "wave 2");
    }

    @Test
    void shouldSpeakChinese() throws Exception {
        for (WorkflowRun run : new WorkflowRun[] {promoted, rolledBack, paused, running}) {
            String text = visitor().speaking("zh-CN").operation(run);

            assertThat(text)
                    .contains("灰度发布 orders".replace("orders", run == running ? "payments" : "orders"))
                    .contains("模拟", "评判", "配置版本", "镜像摘要", "候选版本", "稳定版本")
                    .doesNotContain("Candidate", "Verdict", "Evidence", "Requests");
        }
        assertThat(visitor().speaking("zh-CN").page("service-delivery/").asNormalizedText())
                .contains("服务交付", "服务", "模拟", "暂停于 10 %");
        assertThat(visitor()
                        .speaking("zh-CN")
                        .page("service-delivery/caretaker/")
                        .asNormalizedText())
                .contains("看护任务");
    }

    @Test
    void shouldHaveARowInTheSummaryAndALinkAtTheSide() throws Exception {
        HtmlPage page = visitor().page(rolledBack.getUrl());

        assertThat(page.querySelector(".app-summary .service-delivery-brief").asNormalizedText())
                .contains("Rolled back", "Gray release of orders", "tea / production", "simulated");
        assertThat(page.querySelectorAll("#tasks a[href$='/service-delivery/']"))
                .hasSize(1);
    }

    @Test
    void shouldShowOnTheJobWhatItDelivered() throws Exception {
        HtmlPage page = visitor().page(scene.job().getUrl());

        assertThat(page.querySelector("#main-panel").asNormalizedText())
                .contains("What this job delivered", "orders", "Paused at 10 %", "tea #4");
    }

    @Test
    void shouldTellProgramsEverything() throws Exception {
        JSONObject action = actionOf(visitor().json(running.getUrl() + "api/json?depth=3"));
        JSONObject operation = action.getJSONArray("operations").getJSONObject(0);

        assertThat(operation.getString("kind")).isEqualTo("release");
        assertThat(operation.getString("state")).isEqualTo("release.Holding");
        assertThat(operation.getInt("weight")).isEqualTo(10);
        assertThat(operation.getBoolean("simulated")).isTrue();
        assertThat(operation.getJSONObject("verdict").getString("ruling")).isEqualTo("undecided");
        assertThat(operation.getJSONArray("changes").getJSONObject(0).getString("image"))
                .contains("@sha256:");
        assertThat(visitor()
                        .json(running.getUrl() + "service-delivery/api/json")
                        .getJSONArray("operations")
                        .size())
                .isEqualTo(1);
        assertThat(visitor()
                        .json(operation.getString("url") + "api/json")
                        .getJSONObject("operation")
                        .getString("key"))
                .isEqualTo(operation.getString("key"));
    }

    @Test
    void shouldSayWhetherThereIsAnythingNew() throws Exception {
        String address = visitor()
                        .json(promoted.getUrl() + "service-delivery/api/json")
                        .getJSONArray("operations")
                        .getJSONObject(0)
                        .getString("url")
                + "progress";

        WebResponse first = visitor().get(address);
        WebResponse second = visitor().conditional(address, first.getResponseHeaderValue("ETag"));

        assertThat(JSONObject.fromObject(first.getContentAsString()).getBoolean("live"))
                .isFalse();
        assertThat(second.getStatusCode()).isEqualTo(304);
        assertThat(visitor().get(address.replace("progress", "section")).getContentAsString())
                .startsWith("<section")
                .contains("Gray release of orders");
    }

    @Test
    void shouldObeyAStrictContentSecurityPolicy() throws Exception {
        System.setProperty(CSP, "Content-Security-Policy");

        for (String address : new String[] {running.getUrl() + "service-delivery/", "service-delivery/"}) {
            HtmlPage page = visitor().page(address);

            assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                    .contains("script-src");
            assertThat(page.querySelectorAll("#main-panel script:not([src]), #main-panel style, #main-panel [style],"
                            + " #main-panel [onclick], #main-panel [onsubmit]"))
                    .isEmpty();
        }
    }

    @Test
    void shouldNotPersistViewsOrRecords() throws Exception {
        String build =
                java.nio.file.Files.readString(running.getRootDir().toPath().resolve("build.xml"));

        assertThat(build)
                .contains("DeliveryAction", "release-tea-production-payments")
                .doesNotContain("DeliveryTab", "OperationPage", ".Story");
    }

    private static JSONObject actionOf(JSONObject build) {
        return build.getJSONArray("actions").stream()
                .map(JSONObject.class::cast)
                .filter(action -> action.has("operations"))
                .findFirst()
                .orElseThrow();
    }

    private static Visitor visitor() {
        return Visitor.anonymous(jenkins);
    }

    /** As in a Jenkins outside of tests: the language is the browser's. */
    private static final class OfTheBrowser extends LocaleProvider {
        @Override
        public Locale get() {
            return Optional.ofNullable(Stapler.getCurrentRequest2())
                    .map(request -> request.getLocale())
                    .orElse(Locale.ENGLISH);
        }
    }
}
