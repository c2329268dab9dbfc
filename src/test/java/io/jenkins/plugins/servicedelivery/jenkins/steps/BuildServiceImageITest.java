package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.adapter.registry.JibImageBuilder;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BuildServiceImageITest {
    private static final String ENDLESS =
            """
            sleep 1000 &
            echo $! > ../child
            setsid sleep 1000 &
            echo $! > ../escaped
            echo $$ > ../parent
            wait
            """;

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    private Path folder;

    @Test
    void shouldBuildOnAnAgentWhatTheToolKitBuilds(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "shop").withShop();
        site.script(
                """
                node('remote') {
                  def built = buildServiceImage()
                  echo "reused: ${built.reused}"
                  built.images.each { service, image -> echo "${service} is ${image}" }
                }
                """);

        WorkflowRun first = jenkins.buildAndAssertSuccess(site.job());
        WorkflowRun second = jenkins.buildAndAssertSuccess(site.job());

        List<BuiltImage> expected = builtByToolKit();
        assertThat(expected).hasSize(5);
        for (BuiltImage image : expected) {
            jenkins.assertLogContains(image.service() + " is " + image.reference(), first);
            jenkins.assertLogContains(image.service() + ": built", first);
            jenkins.assertLogContains(image.service() + ": unchanged", second);
            assertThat(new Images().builtIn().labels(image.reference()))
                    .hasValueSatisfying(labels -> assertThat(labels).isEqualTo(image.labels()));
        }
        jenkins.assertLogContains("orders: javac --release 17", first);
        jenkins.assertLogContains("reused: false", first);
        jenkins.assertLogNotContains("javac", second);
        jenkins.assertLogContains("reused: true", second);
        assertThat(incoming(jenkins)).isEmpty();
    }

    @Test
    void shouldBuildOnTheBuiltInNodeInADeclarativePipeline(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "shop").withShop();
        site.script(
                """
                pipeline {
                  agent any
                  stages {
                    stage('build') {
                      environment { GIT_COMMIT = '4f2a91c0000000000000000000000000000000aa'
                                    GIT_BRANCH = 'main' }
                      steps {
                        script {
                          def built = buildServiceImage service: 'orders'
                          echo "the image is ${built.image} with ${built.digest}"
                        }
                      }
                    }
                  }
                }
                """);

        WorkflowRun run = jenkins.buildAndAssertSuccess(site.job());

        ImageReference orders = builtByToolKit("orders").get(0).reference();
        jenkins.assertLogContains(
                "the image is " + orders + " with " + orders.digest().orElseThrow(), run);
        ImageRecord.Origin origin =
                new Images().builtIn().records(orders).get(0).origin();
        assertThat(origin.commit()).contains("4f2a91c0000000000000000000000000000000aa");
        assertThat(origin.branch()).contains("main");
        assertThat(origin.buildUrl()).contains(jenkins.getURL() + run.getUrl());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveCommandsTheVariablesOfTheStep(boolean onAgent, JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, node(onAgent, jenkins), "line")
                .withCommand(
                        """
                        mkdir -p target
                        printf '%s|%s|%s' "$FLAVOUR" "$PRICE" "$TZ" > target/made
                        cp target/made ../made
                        """);
        site.script("node('" + label(onAgent) + "') { withEnv(['FLAVOUR=mint', 'PRICE=5$FLAVOUR']) {"
                + " buildServiceImage() } }");

        jenkins.buildAndAssertSuccess(site.job());

        assertThat(site.workspace().resolve("made")).hasContent("mint|5$FLAVOUR|UTC");
    }

    @Test
    void shouldLeaveTheWordsOfCommandsAsTheyAre(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand("unused");
        Path catalog = site.workspace().resolve("catalog.yaml");
        Files.writeString(
                catalog,
                Files.readString(catalog)
                        .replace(
                                "[sh, make.sh]",
                                "[sh, -c, 'mkdir -p target; echo \"$1\" > target/made; cp target/made ..', x, '$BUILD_NUMBER']"));
        site.script("node('remote') { buildServiceImage() }");

        jenkins.buildAndAssertSuccess(site.job());

        assertThat(site.workspace().resolve("made")).hasContent("$BUILD_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldShowTheLastLinesOfAFailedCommand(boolean onAgent, JenkinsRule jenkins) throws Exception {
        BuildSite site =
                BuildSite.on(jenkins, node(onAgent, jenkins), "line").withCommand("echo the tea is cold >&2; exit 3");
        site.script("node('" + label(onAgent) + "') { buildServiceImage() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains(
                "ERROR: Building the image of one failed: the command \"sh make.sh\" ended with exit code 3.", run);
        jenkins.assertLogContains("the tea is cold", run);
        jenkins.assertLogNotContains("\tat ", run);
        jenkins.assertLogNotContains("Exception", run);
    }

    @Test
    void shouldNameAProgramThatIsNotThere(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand("unused");
        Path catalog = site.workspace().resolve("catalog.yaml");
        Files.writeString(catalog, Files.readString(catalog).replace("[sh, make.sh]", "[no-such-tool, now]"));
        site.script("node('remote') { buildServiceImage() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("ERROR: Running \"no-such-tool now\" failed: it cannot be started in ", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void shouldStopACommandThatTakesTooLong(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand(ENDLESS);
        Path catalog = site.workspace().resolve("catalog.yaml");
        Files.writeString(catalog, Files.readString(catalog).replace("limit: 10m", "limit: 2s"));
        site.script("node('remote') { buildServiceImage() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("it took longer than 2 s and was stopped", run);
        assertAllEnded(site);
    }

    @Test
    void shouldNameEveryMistakeOfTheCatalogWithItsPlace(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand("unused");
        Path catalog = site.workspace().resolve("catalog.yaml");
        Files.writeString(
                catalog,
                Files.readString(catalog)
                        .replace("template: made", "template: maid")
                        .replace("probe:", "prove:"));
        site.script("node('remote') { buildServiceImage() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("  catalog.yaml:7:", run);
        jenkins.assertLogContains("  catalog.yaml:23:1: ", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void shouldStayInTheWorkspace(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand("unused");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.copy(site.workspace().resolve("catalog.yaml"), outside.resolve("catalog.yaml"));
        Files.createSymbolicLink(site.workspace().resolve("link"), outside);

        for (String named : List.of("../line", outside.toString(), "link")) {
            site.script("node('remote') { buildServiceImage catalog: '" + named + "' }");
            WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());
            jenkins.assertLogContains("\"" + named + "\" leads out of the workspace", run);
            jenkins.assertLogNotContains("\tat ", run);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndEveryProcessWhenItIsAborted(boolean onAgent, JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, node(onAgent, jenkins), "line").withCommand(ENDLESS);
        site.script("node('" + label(onAgent) + "') { buildServiceImage() }");
        WorkflowRun run = site.job().scheduleBuild2(0).waitForStart();
        assertThat(List.of(site.number("child"), site.number("escaped"), site.number("parent")))
                .allMatch(BuildServiceImageITest::isAlive);

        run.getExecutor().interrupt();
        jenkins.waitForCompletion(run);

        jenkins.assertBuildStatus(Result.ABORTED, run);
        assertAllEnded(site);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void shouldEndWithOneLineWhenTheAgentIsLost(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line").withCommand(ENDLESS);
        site.script("node('remote') { buildServiceImage() }");
        WorkflowRun run = site.job().scheduleBuild2(0).waitForStart();
        site.number("parent");

        agents.stop("agent");
        jenkins.waitForCompletion(run);

        jenkins.assertBuildStatus(Result.FAILURE, run);
        jenkins.assertLogContains(
                "ERROR: Building images on the agent \"agent\" failed: the connection to the agent was lost.", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    /** The processes of the first try are orphans: nobody on the lost agent could end them. */
    @Test
    void shouldBeTriedAgainByRetryWithTheConditionAgent(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agent(jenkins), "line")
                .withCommand("if [ ! -e ../tried ]; then touch ../tried\n" + ENDLESS
                        + "fi\nmkdir -p target; echo tea > target/made");
        site.script("retry(count: 2, conditions: [agent()]) { node('remote') { buildServiceImage() } }");
        WorkflowRun run = site.job().scheduleBuild2(0).waitForStart();
        site.number("parent");

        agents.stop("agent");
        InboundAgentExtension.waitForAgentOffline(jenkins, "agent");
        agents.start(jenkins, options());
        jenkins.waitForCompletion(run);

        jenkins.assertBuildStatus(Result.SUCCESS, run);
        jenkins.assertLogContains("one: built", run);
        assertAllEnded(site);
    }

    @Test
    void shouldEndTheProcessesOnAnAgentThatLosesTheController(JenkinsRule jenkins) throws Exception {
        Node agent = agent(jenkins);
        BuildSite site = BuildSite.on(jenkins, agent, "line").withCommand(ENDLESS);
        site.script("node('remote') { buildServiceImage() }");
        WorkflowRun run = site.job().scheduleBuild2(0).waitForStart();
        site.number("parent");

        agent.toComputer().disconnect(null).get();
        jenkins.waitForCompletion(run);

        jenkins.assertLogContains("failed: the connection to the agent was lost.", run);
        assertThat(agents.isAlive("agent")).isTrue();
        assertAllEnded(site);
    }

    private static void assertAllEnded(BuildSite site) {
        for (String file : List.of("child", "escaped", "parent")) {
            long process = site.number(file);
            await(file + " has ended").atMost(Duration.ofSeconds(30)).until(() -> !isAlive(process));
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static List<Path> incoming(JenkinsRule jenkins) throws Exception {
        Path room = jenkins.jenkins.getRootDir().toPath().resolve("service-delivery/incoming");
        if (!Files.exists(room)) {
            return List.of();
        }
        try (var files = Files.list(room)) {
            return files.toList();
        }
    }

    private List<BuiltImage> builtByToolKit(String... services) throws Exception {
        Path copy = folder.resolve("tool-kit");
        new FilePath(new File("src/demo/shop").getAbsoluteFile()).copyRecursiveTo("**", new FilePath(copy.toFile()));
        TreeSet<Name> names = new TreeSet<>();
        List.of(services).forEach(service -> names.add(Name.of(service)));
        LayoutRegistry registry = new LayoutRegistry(folder.resolve("registry"));
        JibImageBuilder builder = new JibImageBuilder(registry, base -> registry, folder.resolve("work"));
        return new BuildServiceImage(builder, registry, new ProcessCommandRunner(), new MachineTime(), 2)
                .build(
                        BuildServiceImage.plan(CatalogReader.read(copy), Name.of("shop"), names, copy.toString()),
                        new ImageRecord.Origin(Optional.empty(), Optional.empty(), Optional.empty()),
                        BuildProgress.NONE);
    }

    private Node node(boolean onAgent, JenkinsRule jenkins) throws Exception {
        return onAgent ? agent(jenkins) : jenkins.jenkins;
    }

    private static String label(boolean onAgent) {
        return onAgent ? "remote" : "built-in";
    }

    private Node agent(JenkinsRule jenkins) throws Exception {
        return agents.createAgent(jenkins, options());
    }

    private static InboundAgentExtension.Options options() {
        return InboundAgentExtension.Options.newBuilder()
                .name("agent")
                .label("remote")
                .build();
    }
}
