package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final Path VERBS =
            Path.of("src", "main", "java", "io", "jenkins", "plugins", "servicedelivery", "core", "delivery");
    private static final Pattern VERB = Pattern.compile("The verb \\{@code (\\w+)}");
    private static final Path GUIDE = Path.of("docs", "user", "tool-kit.md");

    /** Every verb of the product and the command that does the same. */
    private static final Map<String, String> COMMAND_OF_VERB = Map.of(
            "scanDependencies", "scan",
            "buildServiceImage", "build",
            "deployEnvironment", "deploy",
            "grayRelease", "release",
            "rollbackRelease", "rollback",
            "recycleEnvironment", "recycle");

    private final CapturedTerminal captured = new CapturedTerminal();

    static Stream<CommandLine> commands() {
        return commandLine().getSubcommands().values().stream();
    }

    @Test
    void shouldHaveACommandForEveryVerb() throws IOException {
        Set<String> verbs = new TreeSet<>();
        try (Stream<Path> files = Files.list(VERBS)) {
            for (Path file : files.toList()) {
                Matcher matcher = VERB.matcher(Files.readString(file));
                while (matcher.find()) {
                    verbs.add(matcher.group(1));
                }
            }
        }

        assertThat(verbs).isEqualTo(new TreeSet<>(COMMAND_OF_VERB.keySet()));
        assertThat(commandLine().getSubcommands().keySet()).containsAll(COMMAND_OF_VERB.values());
    }

    @Test
    void shouldListAllCommandsAndExitCodes() {
        int exitCode = captured.run("--help");

        assertThat(exitCode).isZero();
        assertThat(captured.out()).contains(commandLine().getSubcommands().keySet());
        assertThat(captured.out()).contains("Exit codes:").contains(ExitCode.PAUSED.meaning());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldExplainEveryCommandWithAnExample(CommandLine command) {
        int exitCode = captured.run(command.getCommandName(), "--help");

        assertThat(exitCode).isZero();
        assertThat(captured.out())
                .contains("Examples:")
                .contains("service-delivery " + command.getCommandName())
                .contains("--json");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldGiveOnlyExamplesThatParse(CommandLine command) {
        List<String> examples =
                Arrays.stream(command.getCommandSpec().usageMessage().footer()).toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> assertThatCode(
                        () -> commandLine().parseArgs(words(example)))
                .doesNotThrowAnyException());
    }

    @Test
    void shouldDocumentEveryCommandAndEveryExitCode() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(commands().map(command -> "## " + command.getCommandName())).allMatch(guide::contains);
        assertThat(ExitCode.values())
                .allSatisfy(code ->
                        assertThat(guide).contains("| " + code.number() + " | ").contains(code.meaning()));
    }

    @Test
    void shouldGiveOnlyCommandsInTheGuideThatParse() throws IOException {
        List<String> commands = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("service-delivery "))
                .toList();

        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(line -> assertThatCode(
                        () -> commandLine().parseArgs(words(line)))
                .doesNotThrowAnyException());
    }

    @Test
    void shouldPrintItsVersion() {
        assertThat(captured.run("--version")).isZero();
        assertThat(captured.out()).startsWith("service-delivery ");
    }

    @Test
    void shouldCallAnUnknownCommandAWrongUsage() {
        assertThat(captured.run("relase")).isEqualTo(2);
        assertThat(captured.err()).contains("Did you mean \"release\"?").contains("--help");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void shouldTellAWrongUsageAsADocumentToo() {
        assertThat(captured.run("deploy", "--json")).isEqualTo(2);
        assertThat(captured.out()).contains("\"code\" : \"usage\"");
    }

    @Test
    void shouldExplainABadName() {
        assertThat(captured.run("deploy", "Production!")).isEqualTo(2);
        assertThat(captured.err()).contains("is not a name").doesNotContain("Exception");
    }

    @Test
    void shouldEndASentenceOnce() {
        assertThat(captured.run("simulate", "--for", "banana")).isEqualTo(2);
        assertThat(captured.err()).contains("24h or 7d. See \"service-delivery simulate --help\".");
    }

    @Test
    void shouldTakeThePasswordOnlyFromTheVariable() {
        assertThat(captured.run("build", "--registry", "registry.local", "--registry-user", "ci"))
                .isEqualTo(2);
        assertThat(captured.err()).contains(ToolKit.PASSWORD_VARIABLE);
    }

    private static CommandLine commandLine() {
        return Main.commandLine(new CapturedTerminal().terminal());
    }

    /** The words of a command as a shell would part them, without the program and without a redirection. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(line.strip());
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        int end = words.indexOf(">");
        return words.subList(1, end < 0 ? words.size() : end).toArray(String[]::new);
    }
}
