package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Node;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The controller is stopped while an agent builds, once as an administrator does and once by killing its process. The agent
 * lives on and ends what it was doing; the new controller has the images built again from the sources.
 */
class BuildRestartITest {
    /** The first try never ends; the second finds no process of the first. */
    private static final String SCRIPT =
            """
            echo begun >> ../tries
            if [ ! -e ../parent ]; then
              setsid sleep 1000 &
              echo $! > ../escaped
              echo $$ > ../parent
              sleep 1000
            fi
            kill -0 $(cat ../escaped) 2> /dev/null && echo mixed >> ../tries
            mkdir -p target
            echo tea > target/made
            """;

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().withTimeout(600);

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldBuildAgainFromTheInputsAfterARestart(boolean killed) throws Throwable {
        jenkins.startJenkins();
        agents.createAgent(
                jenkins,
                InboundAgentExtension.Options.newBuilder().name("agent").build());
        String workspace = jenkins.runRemotely(BuildRestartITest::begin);
        Path parent = Path.of(workspace, "parent");
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(parent));

        if (killed) {
            jenkins.stopJenkinsForcibly();
        } else {
            jenkins.stopJenkins();
        }
        long first = Long.parseLong(Files.readString(parent).trim());
        await("the agent has ended the first try").atMost(Duration.ofMinutes(1)).until(() -> !isAlive(first));
        jenkins.startJenkins();
        jenkins.runRemotely(BuildRestartITest::end);

        assertThat(Files.readAllLines(Path.of(workspace, "tries"))).containsExactly("begun", "begun");
        assertThat(isAlive(Long.parseLong(
                        Files.readString(Path.of(workspace, "escaped")).trim())))
                .isFalse();
    }

    private static String begin(JenkinsRule rule) throws Throwable {
        Node agent = rule.jenkins.getNode("agent");
        BuildSite site = BuildSite.on(rule, agent, "line").withCommand(SCRIPT);
        WorkflowJob job =
                site.script("node('agent') { def built = buildServiceImage(); echo \"made ${built.image}\" }");
        job.scheduleBuild2(0).waitForStart();
        return site.workspace().toString();
    }

    private static void end(JenkinsRule rule) throws Throwable {
        WorkflowRun run =
                rule.jenkins.getItemByFullName("line", WorkflowJob.class).getBuildByNumber(1);
        rule.assertBuildStatusSuccess(rule.waitForCompletion(run));
        rule.assertLogContains("one: built", run);
        String log = JenkinsRule.getLog(run);
        String image =
                log.substring(log.indexOf("made ") + 5).lines().findFirst().orElseThrow();
        assertThat(new Images().builtIn().find(ImageReference.parse(image))).isPresent();
        assertThat(Files.readString(run.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain("DurableStepExecution");
        assertThat(leftovers(rule)).isZero();
    }

    private static long leftovers(JenkinsRule rule) throws IOException {
        Path incoming = rule.jenkins.getRootDir().toPath().resolve("service-delivery/incoming");
        if (!Files.exists(incoming)) {
            return 0;
        }
        try (var files = Files.list(incoming)) {
            return files.count();
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }
}
