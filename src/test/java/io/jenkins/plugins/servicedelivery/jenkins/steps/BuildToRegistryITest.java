package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.scm.NullSCM;
import io.jenkins.plugins.servicedelivery.jenkins.settings.CatalogSource;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistrySettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BuildToRegistryITest {
    private static final String COMMAND = "mkdir -p target; echo tea > target/made";

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    private BuildRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = new BuildRegistry();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void shouldPushFromTheAgentWhereTheBindingSaysSo(JenkinsRule jenkins) throws Exception {
        set("images");
        BuildSite site = BuildSite.on(jenkins, agents.createAgent(jenkins, "agent"), "line")
                .withCommand(COMMAND);
        site.script("node('agent') { echo \"made ${buildServiceImage().image}\"; sleep 600 }");

        WorkflowRun run = site.job().scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("made " + registry.host() + "/line/one@sha256:", run);

        assertThat(registry.requests())
                .anyMatch(request -> request.startsWith("PUT /v2/line/one/blobs/uploads/"))
                .last()
                .asString()
                .startsWith("PUT /v2/line/one/manifests/in-");
        assertThat(jenkins.jenkins.getRootDir().toPath().resolve("service-delivery/registry"))
                .doesNotExist();
        assertThat(filesWith(BuildRegistry.PASSWORD, run.getRootDir().toPath())).isEmpty();
        assertThat(filesWith(BuildRegistry.PASSWORD, site.workspace().getParent()))
                .isEmpty();
        jenkins.assertLogNotContains("built-in registry", run);
        run.doStop();
        jenkins.waitForCompletion(run);
    }

    @Test
    void shouldAskOnceForWhatWasBuiltBefore(JenkinsRule jenkins) throws Exception {
        set("images");
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "line").withCommand(COMMAND);
        site.script("node { buildServiceImage() }");
        jenkins.buildAndAssertSuccess(site.job());
        registry.requests();

        WorkflowRun second = jenkins.buildAndAssertSuccess(site.job());

        jenkins.assertLogContains("one: unchanged", second);
        assertThat(registry.requests()).singleElement().asString().startsWith("HEAD /v2/line/one/manifests/in-");
    }

    @Test
    void shouldSayThatTheRegistryRefuses(JenkinsRule jenkins) throws Exception {
        set(null);
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "line").withCommand(COMMAND);
        site.script("node { buildServiceImage() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("ERROR: Looking up " + registry.host() + "/line/one:in-", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    private void set(String credentials) throws Exception {
        RegistrySettings settings = new RegistrySettings(registry.host());
        settings.setPlainHttp(true);
        settings.setCredentialsId(credentials);
        ServiceDeliveryConfiguration.get().setRegistries(List.of(settings));
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "images", "", BuildRegistry.USER, BuildRegistry.PASSWORD));
        SystemCredentialsProvider.getInstance().save();
        ProductLineBinding binding = new ProductLineBinding("line", new CatalogSource(new NullSCM()));
        binding.setRegistry(registry.host());
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding));
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
