package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every verb is there twice: as a step of Pipelines and as a command of the tool kit. The sources are read, because neither
 * build compiles both.
 */
class VerbsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "jenkins", "plugins", "servicedelivery");

    private static final Pattern STEP = Pattern.compile("getFunctionName\\(\\) \\{\\s+return \"(\\w+)\"");

    private static final Pattern COMMAND = Pattern.compile("@Command\\(\\s+name = \"([\\w-]+)\"");

    /** The command that does what a step does. */
    private static final Map<String, String> COMMANDS = Map.of(
            "scanDependencies", "scan",
            "buildServiceImage", "build",
            "deployEnvironment", "deploy",
            "grayRelease", "release",
            "recycleEnvironment", "recycle",
            "rollbackRelease", "rollback");

    @Test
    void shouldHaveACommandForEveryStep() throws IOException {
        Set<String> steps = found(STEP, SOURCES.resolve("jenkins").resolve("steps"));
        Set<String> commands = found(COMMAND, SOURCES.resolve("cli"));

        assertThat(steps).isEqualTo(new TreeSet<>(COMMANDS.keySet()));
        assertThat(commands).containsAll(COMMANDS.values());
    }

    @Test
    void shouldDescribeEveryStepToItsUsers() throws IOException {
        String docs;
        try (Stream<Path> pages = Files.list(Path.of("docs", "user"))) {
            docs = pages.filter(page -> page.toString().endsWith(".md"))
                    .map(VerbsTest::read)
                    .reduce("", String::concat);
        }

        assertThat(COMMANDS.keySet()).allSatisfy(step -> assertThat(docs).contains(step));
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher matcher = pattern.matcher(read(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            });
        }
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
