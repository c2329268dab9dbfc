package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.FilePath;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistrySettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The password of a registry goes to an agent, is used there, and is found nowhere afterwards. */
@WithJenkins
class CanaryITest {
    private static final String PASSWORD = "c4n4ry\"/+& 5ecret-of-alice";
    private static final String TOKEN = "t0ken-c4n4ry-of-alice";
    private static final String VALUE = "v4lue-c4n4ry-of-the-shop";
    private static final List<String> PAGES = List.of(
            "service-delivery/",
            "service-delivery/caretaker/",
            "service-delivery/api/json",
            "manage/configure",
            "manage/credentials/store/system/domain/_/credential/push/",
            "api/json?depth=3",
            "job/tea/",
            "job/tea/api/json?depth=3",
            "job/tea/config.xml");
    private static final List<String> PAGES_OF_A_RUN = List.of(
            "",
            "console",
            "consoleText",
            "service-delivery/",
            "service-delivery/api/json",
            "api/json?depth=3",
            "api/xml?depth=3");

    private final Logger logger = Logger.getLogger("io.jenkins.plugins.servicedelivery");
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(recorder);
        logger.setLevel(null);
    }

    @Test
    void shouldBeFoundNowhere(JenkinsRule jenkins) throws Exception {
        try (LockedRegistry registry = new LockedRegistry("alice", PASSWORD, TOKEN)) {
            DeliveryRoom.in(jenkins);
            configure(registry);
            DumbSlave agent = jenkins.createOnlineSlave();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "tea");
            FilePath workspace = agent.getWorkspaceFor(job);
            TeaLine line = TeaLine.in(Path.of(workspace.getRemote()), new Images().builtIn());
            useRegistry(line, registry);

            run(
                    jenkins,
                    job,
                    agent,
                    "def built = buildServiceImage()\n"
                            + "deployEnvironment environment: 'production', images: built, trace: true",
                    Result.SUCCESS);
            line.change("orders", "2", "");
            run(
                    jenkins,
                    job,
                    agent,
                    "grayRelease environment: 'production', strategy: 'careful', trace: true,"
                            + " image: buildServiceImage(service: 'orders')",
                    Result.SUCCESS);
            line.change("orders", "3", "errors=0.5");
            run(
                    jenkins,
                    job,
                    agent,
                    "grayRelease environment: 'production', strategy: 'careful', trace: true,"
                            + " image: buildServiceImage(service: 'orders')",
                    Result.FAILURE);
            line.change("orders", "4", "");
            abort(
                    jenkins,
                    job,
                    agent,
                    "grayRelease environment: 'production', strategy: 'slow', trace: true,"
                            + " image: buildServiceImage(service: 'orders')");
            forget();
            run(jenkins, job, agent, "buildServiceImage()", Result.FAILURE);
            add("push", PASSWORD + "x");
            run(jenkins, job, agent, "buildServiceImage()", Result.FAILURE);

            assertThat(registry.logins()).isPositive();
            assertNowhere(jenkins, agent, Canary.password("alice", PASSWORD));
            assertNowhere(jenkins, agent, Canary.of(TOKEN));
            assertThat(job.getBuilds())
                    .allSatisfy(run -> assertThat(JenkinsRule.getLog(run)).doesNotContain(VALUE));
            assertThat(recorder.text()).doesNotContain(VALUE);
            assertSearchFinds(jenkins, Canary.password("alice", PASSWORD));
        }
    }

    private void assertNowhere(JenkinsRule jenkins, DumbSlave agent, Canary canary) throws Exception {
        assertThat(canary.filesBelow(jenkins.jenkins.getRootDir().toPath())).isEmpty();
        assertThat(canary.filesBelow(Path.of(agent.getRootPath().getRemote()))).isEmpty();
        assertThat(canary.isIn(recorder.text())).as("what was logged").isFalse();
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(code);
        assertThat(canary.isIn(code.toString(StandardCharsets.UTF_8)))
                .as("configuration as code")
                .isFalse();
        WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setJavaScriptEnabled(false);
        for (String page : PAGES) {
            assertNotOn(client, page, canary);
        }
        for (WorkflowRun run :
                jenkins.jenkins.getItemByFullName("tea", WorkflowJob.class).getBuilds()) {
            for (String page : PAGES_OF_A_RUN) {
                assertNotOn(client, run.getUrl() + page, canary);
            }
        }
    }

    private static void assertNotOn(WebClient client, String page, Canary canary) throws Exception {
        WebResponse answer = client.goTo(page, null).getWebResponse();

        assertThat(answer.getStatusCode()).as(page).isIn(200, 404);
        assertThat(canary.isIn(answer.getContentAsString())).as(page).isFalse();
    }

    /** The search would find it, whatever form it has and whether or not the file is packed. */
    private static void assertSearchFinds(JenkinsRule jenkins, Canary canary) throws Exception {
        Path home = jenkins.jenkins.getRootDir().toPath();
        for (String form : canary.forms()) {
            Path planted = home.resolve("planted");
            Files.writeString(planted, "before " + form + " after");
            assertThat(canary.filesBelow(home)).as(form).containsExactly(planted);
            Files.delete(planted);
        }
    }

    private static void configure(LockedRegistry registry) throws Exception {
        add("push", PASSWORD);
        RegistrySettings settings = new RegistrySettings(registry.host());
        settings.setPlainHttp(true);
        settings.setCredentialsId("push");
        ServiceDeliveryConfiguration.get().setRegistries(List.of(settings));
    }

    private static void add(String id, String password) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, "", "alice", password));
        provider.save();
    }

    private static void forget() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().save();
    }

    private static void useRegistry(TeaLine line, LockedRegistry registry) throws Exception {
        Files.writeString(
                line.folder().resolve("tea.yaml"),
                TeaLine.catalog().replace("registry.local", registry.host())
                        + """
                        ---
                        apiVersion: service-delivery/v1
                        kind: ConfigSet
                        name: tea
                        line: tea
                        keys: {db.url: {}}
                        values:
                          line: {db.url: %s}
                        """
                                .formatted(VALUE));
    }

    private static void run(JenkinsRule jenkins, WorkflowJob job, DumbSlave agent, String script, Result result)
            throws Exception {
        define(job, agent, script);
        jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static void abort(JenkinsRule jenkins, WorkflowJob job, DumbSlave agent, String script) throws Exception {
        define(job, agent, script);
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("MetricSource", run);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
    }

    private static void define(WorkflowJob job, DumbSlave agent, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
    }

    /** Everything that anybody logs, with its exceptions. */
    private static final class Recorder extends Handler {
        private final StringBuffer text = new StringBuffer();
        private final SimpleFormatter formatter = new SimpleFormatter();

        Recorder() {
            setLevel(Level.ALL);
        }

        String text() {
            return text.toString();
        }

        @Override
        public void publish(LogRecord logged) {
            text.append(formatter.format(logged));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
