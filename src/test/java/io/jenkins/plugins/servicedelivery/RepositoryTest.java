package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;

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
    void shouldSayThatJenkinsComesWithThePlugin() throws Exception {
        Ended run = script("./run", "--jenkins");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1).allMatch(line -> line.contains("comes with the Jenkins plugin"));
    }

    @Test
    void shouldRefuseALayerThatThereIsNot() throws Exception {
        Ended test = script("./test", "--only", "everything");

        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(test.output()).contains("library jenkins parts kubernetes");
    }

    @Test
    void shouldNotCallALayerWithoutTestsGreen() throws Exception {
        Ended test = script("./test", "--only", "jenkins");

        assertThat(test.exitCode()).isZero();
        assertThat(test.output()).containsPattern("jenkins +no tests yet").endsWith("0 passed, 0 failed, 0 skipped\n");
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

    private static Ended script(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private record Ended(int exitCode, String output) {}
}
