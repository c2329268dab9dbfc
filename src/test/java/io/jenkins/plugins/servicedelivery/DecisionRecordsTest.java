package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision record has the same parts, and the tests that it names as its guards are there. */
class DecisionRecordsTest {
    private static final Path RECORDS = Path.of("docs", "decisions");
    private static final Path TESTS = Path.of("src", "test", "java");
    /** {@code SomeTest}, {@code SomeTest.shouldDoThis}, {@code SomeTest#shouldDoThis}; without its class of the one named before. */
    private static final Pattern GUARD =
            Pattern.compile("`(?<type>[A-Z]\\w*(?:Test|Contract|Benchmark))?[.#]?(?<method>should\\w+)?`");

    @ParameterizedTest
    @MethodSource("records")
    void shouldHaveAllParts(Path decision) throws IOException {
        assertThat(Files.readAllLines(decision))
                .contains("## Context", "## Options", "## Outcome", "## Consequences", "## Confirmation");
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldNameTestsThatThereAre(Path decision) throws IOException {
        Map<String, String> tests = tests();
        String text = Files.readString(decision);

        Matcher guard = GUARD.matcher(text.substring(text.indexOf("## Confirmation")));
        String type = "";
        while (guard.find()) {
            type = guard.group("type") == null ? type : guard.group("type");

            assertThat(tests).containsKey(type);
            assertThat(tests.get(type)).contains(guard.group("method") == null ? type : guard.group("method") + "(");
        }
    }

    @Test
    void shouldFindTheRecords() throws IOException {
        assertThat(records()).hasSizeGreaterThan(1);
    }

    static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
