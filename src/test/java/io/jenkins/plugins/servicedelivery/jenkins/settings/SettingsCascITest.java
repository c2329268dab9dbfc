package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Settings as code: the example of the documentation, its export, and what is refused. */
@WithJenkins
class SettingsCascITest {
    private static final Path PAGE = Path.of("docs", "admin", "settings.md");
    private static final Pattern FENCE = Pattern.compile("(?s)```yaml jcasc\n(.*?)```");
    private static JenkinsRule jenkins;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void clear() {
        ServiceDeliveryConfiguration.get().setClusters(List.of());
        ServiceDeliveryConfiguration.get().setRegistries(List.of());
        ServiceDeliveryConfiguration.get().setProductLines(List.of());
    }

    @Test
    void shouldLoadTheExampleOfTheDocumentation() throws Exception {
        configure(example());

        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        assertThat(settings.getClusters()).singleElement().satisfies(cluster -> {
            assertThat(cluster.getName()).isEqualTo("one");
            assertThat(cluster.getConnection()).isInstanceOfSatisfying(SimulatedConnection.class, connection -> {
                assertThat(connection.getSpeed()).isEqualTo(10);
                assertThat(connection.getRequestsPerSecond()).isEqualTo(50);
            });
        });
        assertThat(settings.getRegistries())
                .extracting(
                        RegistrySettings::getHost, RegistrySettings::getCredentialsId, RegistrySettings::isPlainHttp)
                .containsExactly(
                        tuple("registry.example.com:5000", "registry-push", false),
                        tuple("localhost:5000", null, true));
        assertThat(settings.getRegistries().get(0).getAuthorities()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(settings.getProductLines()).singleElement().satisfies(line -> {
            assertThat(line.getLine()).isEqualTo("shop");
            assertThat(line.clusterOf("production")).contains("one");
            assertThat(line.getRegistry()).isEqualTo("registry.example.com:5000");
            assertThat(line.getCatalog().getFolder()).isEqualTo("delivery/catalog");
            assertThat(((GitSCM) line.getCatalog().getScm())
                            .getBranches()
                            .get(0)
                            .getName())
                    .isEqualTo("*/main");
        });
    }

    @Test
    void shouldExportWhatWasSet() throws Exception {
        configure(example());

        assertThat(export()).isEqualTo(expected());
    }

    @Test
    void shouldLoadItsOwnExport() throws Exception {
        configure(example());
        String before = content(ServiceDeliveryConfiguration.get());
        String exported = "unclassified:\n" + export();
        clear();

        configure(exported);

        assertThat(content(ServiceDeliveryConfiguration.get())).isEqualTo(before);
    }

    @Test
    void shouldKeepSettingsAsCodeWhenTheFormIsSentAfterwards() throws Exception {
        SettingsFixtures.addGlobally(SettingsFixtures.login(CredentialsScope.GLOBAL, "registry-push", "alice", "pw"));
        SettingsFixtures.addGlobally(SettingsFixtures.login(CredentialsScope.GLOBAL, "git-read", "bob", "pw"));
        configure(example());
        String before = export();

        jenkins.configRoundtrip();

        assertThat(export()).isEqualTo(before);
    }

    @Test
    void shouldExportNoPassword() throws Exception {
        SettingsFixtures.addGlobally(
                SettingsFixtures.login(CredentialsScope.GLOBAL, "registry-push", "alice", "canary-p4ssw0rd"));
        configure(example());

        assertThat(exportAll()).contains("registry-push").doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "'clusters: [{name: one, connection: {simulated: {}}}, {name: one, connection: {simulated: {}}}]', is there twice",
        "'registries: [{host: a.example.com}, {host: a.example.com}]', is there twice",
        "'registries: [{host: \"https://a.example.com\"}]', is not the host of a registry",
        "'clusters: [{name: \"../one\", connection: {simulated: {}}}]', is not a name",
        "'clusters: [{name: one, connection: {simulated: {speed: -1}}}]', Write a number from 0 to"
    })
    void shouldRefuseWhatAFormWouldRefuse(String settings, String message) {
        assertThatExceptionOfType(ConfiguratorException.class)
                .isThrownBy(() -> configure("unclassified:\n  serviceDelivery:\n    " + settings + "\n"))
                .satisfies(e -> assertThat(rootCause(e)).hasMessageContaining(message));
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    private static void configure(String yaml) throws Exception {
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private static String exportAll() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Our part of the export. */
    private static String export() throws Exception {
        Matcher part = Pattern.compile("(?m)^  serviceDelivery:\n(?:    .*\n)+").matcher(exportAll());
        assertThat(part.find()).isTrue();
        return part.group();
    }

    private static String expected() throws Exception {
        try (var in = SettingsCascITest.class.getResourceAsStream("SettingsCascITest/expected.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String example() throws Exception {
        Matcher fence = FENCE.matcher(Files.readString(PAGE));
        assertThat(fence.find()).isTrue();
        return fence.group(1);
    }
}
