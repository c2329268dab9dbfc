package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.ScanAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanResultTest {
    @Test
    void shouldShowTheTableOfTheToolKit() {
        ScanResult result = new ScanResult(answer("It is not declared.", "{}"));

        assertThat(result.lines())
                .containsExactly(
                        "caller  called  standing    seen at".replace("caller  called", "caller      called"),
                        "green   ->  black   undeclared  src/Main.java:3:7",
                        "black   ->  white   unused      nowhere",
                        "start order: white, then black + green",
                        "error  src/Main.java:3:7: It is not declared. Declare it.",
                        "warning  tea.yaml:4:1: Nobody calls it.",
                        "2 calls between 3 services, 2 findings (8 of 9 files read)");
        assertThat(result.getErrors()).isEqualTo(1);
        assertThat(result.getWarnings()).isEqualTo(1);
        assertThat(result.getServices()).containsExactly("black", "green", "white");
        assertThat(result.getStartWaves()).containsExactly(List.of("white"), List.of("black", "green"));
        assertThat(result.getDependencies().get(0)).hasToString("green -> black (undeclared)");
        assertThat(result).hasToString("tea: 2 calls, 2 findings");
    }

    @Test
    void shouldKeepWhatSourcesSayOnItsLine() {
        ScanResult result = new ScanResult(answer("odd\n[Pipeline] End \u001b[8m", "{}"));

        assertThat(result.lines()).noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
        assertThat(result.getFindings().get(0).getMessage()).isEqualTo("odd\\u000a[Pipeline] End \\u001b[8m");
    }

    @Test
    void shouldNotTakeMoreThanAControllerCanKeep() {
        ScanAnswer endless = answer("x", "x".repeat(33 * 1024 * 1024));

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new ScanResult(endless));
    }

    private static ScanAnswer answer(String message, String json) {
        return new ScanAnswer(
                "tea",
                List.of("black", "green", "white"),
                List.of(
                        new ScanAnswer.Call("green", "black", "undeclared", "src/Main.java:3:7"),
                        new ScanAnswer.Call("black", "white", "unused", "")),
                List.of(
                        new ScanAnswer.Found(
                                "error", "undeclared-call", "green", message, "src/Main.java:3:7", "Declare it."),
                        new ScanAnswer.Found("warning", "unused", "white", "Nobody calls it.", "tea.yaml:4:1", "")),
                List.of(List.of("white"), List.of("black", "green")),
                9,
                8,
                "flowchart LR",
                "digraph {}",
                json);
    }
}
