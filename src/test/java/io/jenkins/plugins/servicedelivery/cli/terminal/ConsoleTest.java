package io.jenkins.plugins.servicedelivery.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.cli.CapturedTerminal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final Object DOCUMENT = Json.object("answer", 42);

    private final CapturedTerminal captured = new CapturedTerminal();

    @Test
    void shouldPrintTheLinesForPeople() {
        Console console = new Console(captured.terminal(), new Console.Settings(false, false, false));

        console.result(List.of("one", "two"), DOCUMENT);

        assertThat(captured.out()).isEqualToNormalizingNewlines("one\ntwo\n");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void shouldPrintOnlyTheDocumentForScripts() {
        Console console = new Console(captured.terminal(), new Console.Settings(true, false, false));

        console.message("working");
        console.result(List.of("one", "two"), DOCUMENT);

        assertThat(captured.out()).isEqualToNormalizingNewlines("{\n  \"answer\" : 42\n}\n");
        assertThat(captured.err()).contains("working");
    }

    @Test
    void shouldShowNoGlimpseWhereNobodyWatches() {
        Console console = new Console(captured.terminal(), new Console.Settings(false, false, false));

        console.glimpse("10 %");

        assertThat(captured.err()).isEmpty();
    }

    @Test
    void shouldClearTheGlimpseBeforeAMessageWhereSomebodyWatches() {
        Console console = new Console(captured.watched().terminal(), new Console.Settings(false, false, false));

        console.glimpse("10 %");
        console.message("done");

        assertThat(captured.err()).isEqualToNormalizingNewlines("\r\u001b[K10 %\r\u001b[Kdone\n");
    }

    @Test
    void shouldKeepAGlimpseOnOneLineOfANarrowTerminal() {
        Console console = new Console(captured.watched().terminal(), new Console.Settings(false, false, false));

        console.glimpse("x".repeat(200));

        assertThat(captured.err()).hasSizeLessThan("\r\u001b[K".length() + 80).endsWith("x...");
    }

    @Test
    void shouldSayNothingButComplaintsWhenQuiet() {
        Console console = new Console(captured.terminal(), new Console.Settings(false, false, true));

        console.message("working");
        console.complaint("it broke");

        assertThat(captured.err()).isEqualToNormalizingNewlines("it broke\n");
    }

    @Test
    void shouldPaintOnlyWhereColoursAreOn() {
        Console plain = new Console(captured.terminal(), new Console.Settings(false, false, false));
        Console coloured = new Console(captured.terminal(), new Console.Settings(false, true, false));

        assertThat(plain.paint(Style.GOOD, "promoted")).isEqualTo("promoted");
        assertThat(coloured.paint(Style.GOOD, "promoted")).isEqualTo("\u001b[32mpromoted\u001b[0m");
    }

    @Test
    void shouldLetNoTextMoveTheCursor() {
        Console console = new Console(captured.watched().terminal(), new Console.Settings(false, true, false));
        String hostile = "a\u001b[2Jb\u001b]0;c\u0007\rd\u009b1A\u202ee";
        String shown = "a\\u001b[2Jb\\u001b]0;c\\u0007\\u000dd\\u009b1A\\u202ee";

        console.glimpse(hostile);
        console.message(hostile);
        console.complaint(hostile);
        console.say(hostile);
        console.result(List.of(hostile), DOCUMENT);

        assertThat(captured.err())
                .isEqualToNormalizingNewlines("\r\u001b[K" + shown + "\r\u001b[K" + shown + "\n" + shown + "\n");
        assertThat(captured.out()).isEqualToNormalizingNewlines(shown + "\n" + shown + "\n");
    }

    @Test
    void shouldKeepLinesTabsAndItsOwnColours() {
        Console console = new Console(captured.terminal(), new Console.Settings(false, true, false));
        String text = "one\n\t" + console.paint(Style.BAD, "two") + "\r\nthree";

        console.complaint(text);

        assertThat(captured.err()).startsWith(text);
    }
}
