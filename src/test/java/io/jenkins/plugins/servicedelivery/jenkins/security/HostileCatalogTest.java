package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catalogs that want to be more than data; workspaces and protected branches are read by the same reader. */
class HostileCatalogTest {
    static final class Trap {
        static volatile boolean sprung;

        Trap() {
            sprung = true;
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void shouldBeRefusedSoonAndMakeNothing(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CatalogReader.read(new TreeMap<>(Map.of("trap.yaml", text)))));

        assertThat(Trap.sprung).isFalse();
    }

    static Stream<String> catalogs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return Stream.of(
                "!!" + Trap.class.getName() + " {}",
                "kind: !!" + Trap.class.getName() + " []",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
                "!<tag:yaml.org,2002:java.lang.Runtime> {}",
                "a: &a [*a]",
                laughs.toString(),
                "[".repeat(100_000),
                "{a: ".repeat(50_000),
                "a: " + "x".repeat(20_000_000),
                "a: 1\na: 2",
                "? [complex, {key: 1}]\n: x",
                "<<: &m {<<: *m}",
                "%TAG ! tag:yaml.org,2002:java.\n---\n!lang.Object {}");
    }
}
