package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files at the top: the two POMs agree, and the two scripts take and refuse what they say. */
class RepositoryTest {
    private static final Pattern VERSION = Pattern.compile("<([a-z0-9-]+)\\.version>([^<]+)</\\1\\.version>");

    @Test
    void shouldHaveTheSameVersionInBothPoms() throws IOException {
        assertThat(List.of(read("pom.xml"), read("pom-core.xml")))
                .allMatch(pom -> pom.contains("<version>${changelist}</version>"))
                .allMatch(pom -> pom.contains("<changelist>999999-SNAPSHOT</changelist>"));
    }

    @Test
    void shouldUseTheSameLibrariesInBothPoms() throws IOException {
        Map<String, String> plugin = versions("pom.xml");
        Map<String, String> library = versions("pom-core.xml");

        plugin.keySet().retainAll(library.keySet());

        assertThat(plugin).isNotEmpty();
        assertThat(library).containsAllEntriesOf(plugin);
    }

    @Test
    void shouldKnowTheProfilesThatTheBuildExtensionNames() throws IOException {
        String library = read("pom-core.xml");

        assertThat(read(".mvn/maven.config").lines())
                .filteredOn(line -> line.startsWith("-P"))
                .isNotEmpty()
                .allMatch(line -> library.contains("<id>" + line.substring(2) + "</id>"));
    }

    @Test
    void shouldSayInOneLineWhyJenkinsCannotBeHad(@TempDir Path programs) throws Exception {
        Ended run = script(withoutJenkins(programs), "./run", "--jenkins");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .isEqualTo("./run --jenkins failed: org.jenkins-ci.plugins:plugin:pom:1 is neither in the local Maven"
                        + " repository nor to be had; https://repo.example/ says: unknown host."
                        + " Use ./run --cli, which shows the same delivery.\n");
    }

    @Test
    void shouldNotCallItAFailureWhereJenkinsCannotBeHad(@TempDir Path programs) throws Exception {
        Ended test = script(withoutJenkins(programs), "./test", "--only", "jenkins");

        assertThat(test.exitCode()).isZero();
        assertThat(test.output())
                .containsPattern("jenkins +could not run +- +- +-  org.jenkins-ci.plugins:plugin:pom:1 is neither")
                .endsWith("0 passed, 0 failed, 0 skipped\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", ""})
    void shouldRefuseWhatIsNoPort(String port) throws Exception {
        Ended run = script(Map.of(), "./run", "--port", port);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1).allMatch(line -> line.contains("from 1 to 65535"));
    }

    @Test
    void shouldRefuseALayerThatThereIsNot() throws Exception {
        Ended test = script(Map.of(), "./test", "--only", "everything");

        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(test.output()).contains("library jenkins parts kubernetes");
    }

    @Test
    void shouldNotCallALayerWithoutTestsGreen() throws Exception {
        Ended test = script(Map.of(), "./test", "--only", "kubernetes");

        assertThat(test.exitCode()).isZero();
        assertThat(test.output())
                .containsPattern("kubernetes +no tests yet")
                .endsWith("0 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void shouldShowTheJenkinsfileThatIsRun() throws IOException {
        assertThat(read("docs/admin/trying.md"))
                .contains("```groovy\n" + read("src/demo/jenkins/Jenkinsfile") + "```\n");
    }

    /** A Maven that is new enough and reaches nothing. */
    private static Map<String, String> withoutJenkins(Path programs) throws IOException {
        Path maven = programs.resolve("mvn");
        Files.writeString(
                maven,
                """
                #!/bin/sh
                case "$*" in
                    *" -v")
                        echo "Apache Maven 3.9.6"
                        echo "Java version: %s, vendor: any, runtime: %s"
                        ;;
                    *)
                        echo "[ERROR] Non-resolvable parent POM: Could not transfer artifact org.jenkins-ci.plugins:plugin:pom:1" \
                            "from/to any (https://repo.example/): unknown host -> [Help 1]"
                        exit 1
                        ;;
                esac
                """
                        .formatted(System.getProperty("java.version"), System.getProperty("java.home")));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH"));
    }

    private static Map<String, String> versions(String pom) throws IOException {
        Map<String, String> versions = new LinkedHashMap<>();
        Matcher matcher = VERSION.matcher(read(pom));
        while (matcher.find()) {
            versions.put(matcher.group(1), matcher.group(2));
        }
        return versions;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static Ended script(Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private record Ended(int exitCode, String output) {}
}
