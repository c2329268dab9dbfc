package io.jenkins.plugins.servicedelivery.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.Functions;
import hudson.PluginWrapper;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The plugin file as users install it, in the Jenkins and on the Java that system properties name: one delivery from the
 * sources to a promoted release. {@code ./test} runs this once for each pair that the machine has.
 */
@Tag("versions")
class OtherJenkinsITest {
    private static final String PLUGIN = "service-delivery";

    /** Not the classes beside it, which every other test takes. */
    private static final Path BUILT = Path.of("target", PLUGIN + ".hpi");

    private static final String WAR = System.getProperty("other.jenkins.war", "");
    private static final String JAVA = System.getProperty("other.java.home", "");

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension()
            .withWar(new File(WAR))
            .withJavaHome(JAVA)
            .omitPlugins(PLUGIN)
            .prepareHomeLazily(true)
            .withTimeout(600);

    @Test
    void shouldDeliverWithTheBuiltPlugin() throws Throwable {
        assumeTrue(
                !WAR.isEmpty() && !JAVA.isEmpty(),
                "-Dother.jenkins.war=FILE and -Dother.java.home=FOLDER do not say where the built plugin is to run");
        Path plugins = Files.createDirectories(jenkins.getHome().toPath().resolve("plugins"));
        Files.copy(BUILT, plugins.resolve(PLUGIN + ".jpi"));

        jenkins.startJenkins();

        jenkins.runRemotely(OtherJenkinsITest::assertInstalled, WAR, JAVA);
        jenkins.runRemotely(OtherJenkinsITest::deliver);
        for (String page : new String[] {"service-delivery/", "job/tea/", "job/tea/1/", "manage/configure"}) {
            assertWhole(page);
        }
        jenkins.runRemotely(OtherJenkinsITest::assertNoComplaints);
    }

    private static void assertInstalled(JenkinsRule rule, String war, String java) throws Exception {
        assertThat(Jenkins.VERSION).isEqualTo(versionOf(war));
        assertThat(Path.of(System.getProperty("java.home")).toRealPath())
                .isEqualTo(Path.of(java).toRealPath());
        assertThat(rule.jenkins.pluginManager.getFailedPlugins()).isEmpty();
        PluginWrapper plugin = rule.jenkins.pluginManager.getPlugin(PLUGIN);
        assertThat(plugin.isActive()).isTrue();
        assertThat(ServiceDeliveryConfiguration.class.getClassLoader()).isSameAs(plugin.classLoader);
        assertThat(Path.of(ServiceDeliveryConfiguration.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .endsWith(Path.of(PLUGIN, "WEB-INF", "lib", PLUGIN + ".jar"));
    }

    private static void deliver(JenkinsRule rule) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(rule);
        WorkflowJob job = room.job(
                "tea",
                """
                def built = buildServiceImage()
                def up = deployEnvironment environment: 'production', images: built
                echo "up: ${up.changed} ${up.versions.keySet()}"
                writeFile file: 'orders/files/version.txt', text: 'orders 2'
                def next = buildServiceImage service: 'orders'
                def released = grayRelease environment: 'production', service: 'orders', image: next, strategy: 'careful'
                echo "released: ${released.result}, lost ${released.lost}"
                """);

        WorkflowRun run = rule.buildAndAssertSuccess(job);

        rule.assertLogContains("up: true [orders, payments]", run);
        rule.assertLogContains("released: promoted, lost 0", run);
        assertThat(room.record("environment-tea-production").state()).isInstanceOf(EnvironmentState.Ready.class);
        assertThat(room.record("release-tea-production-orders").state()).isInstanceOf(ReleaseState.Keeping.class);
    }

    private void assertWhole(String page) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(jenkins.getUrl() + page))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body()).as(page).endsWith("</html>");
    }

    private static void assertNoComplaints(JenkinsRule rule) {
        assertThat(Jenkins.logRecords)
                .filteredOn(said -> said.getLevel().intValue() >= Level.WARNING.intValue())
                .extracting(OtherJenkinsITest::text)
                .noneMatch(text -> text.contains("io.jenkins.plugins.servicedelivery"));
    }

    private static String text(LogRecord said) {
        return said.getLoggerName() + ": " + said.getMessage() + " " + Functions.printThrowable(said.getThrown());
    }

    private static String versionOf(String war) throws Exception {
        try (JarFile file = new JarFile(war)) {
            return file.getManifest().getMainAttributes().getValue("Jenkins-Version");
        }
    }
}
