package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.cli.terminal.Style;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Commands that are run one after the other and told as a story, and what came of them in numbers. */
final class DemoStory {
    private final ToolKit toolKit;
    private final List<String> places;
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final DemoNumbers numbers = new DemoNumbers();
    private int chapters;

    DemoStory(ToolKit toolKit, SampleShop shop) {
        this.toolKit = toolKit;
        this.places = List.of(
                "--catalog",
                shop.folder().toString(),
                "--state",
                shop.folder().resolveSibling("state").toString());
    }

    void tell(String line) {
        toolKit.console().say(line);
    }

    void chapter(String title) {
        chapters++;
        tell("");
        tell(toolKit.console().paint(Style.STRONG, chapters + ". " + title));
    }

    /** Runs a command as the shell would, shows it and its answer, and keeps both. */
    void step(String... words) throws InterruptedException {
        List<String> shown =
                Stream.concat(Arrays.stream(words), places.stream()).toList();
        String command = "service-delivery " + String.join(" ", shown);
        tell(toolKit.console().paint(Style.FAINT, "$ " + command));
        Answer answer = verb(shown).answer();
        answer.lines().forEach(line -> tell("  " + line));
        numbers.add(words[0], answer.document());
        steps.add(Json.object("command", command, "exitCode", answer.exitCode().number(), "result", answer.document()));
    }

    /** The catalog as it is now. */
    Catalog catalog() {
        return verb(Stream.concat(Stream.of("validate"), places.stream()).toList())
                .toolKit()
                .workshop()
                .catalog();
    }

    /** The end: what was promoted, rolled back and lost; it is well when the judge was right and nothing was lost. */
    Answer end() {
        tell("");
        Map<String, Object> document = numbers.document();
        document.put("steps", steps);
        return new Answer(numbers.areWell() ? ExitCode.DONE : ExitCode.NO, numbers.lines(), document);
    }

    private Verb verb(List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (toolKit.quiet()) {
            all.add("--quiet");
        }
        CommandLine line = Main.commandLine(toolKit.terminal());
        return (Verb) line.parseArgs(all.toArray(String[]::new))
                .subcommand()
                .commandSpec()
                .userObject();
    }
}
