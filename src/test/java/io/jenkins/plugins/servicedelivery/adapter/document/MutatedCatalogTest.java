package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a catalog holds, reading it ends soon, either with the catalog or with its problems. */
class MutatedCatalogTest {
    private static final int ROUNDS = 300;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> MORSELS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "-",
            "- ",
            "\n",
            "\n\n",
            "\t",
            "  ",
            "#",
            "'",
            "\"",
            "|",
            ">",
            "&a ",
            "*a",
            "!x ",
            "!!java.net.URL ",
            "? ",
            "<<: ",
            "---\n",
            "...",
            "%",
            "@",
            "~",
            "null",
            "no",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "\uFEFF",
            "\u0000",
            "\u0085",
            "\uD83D\uDE80",
            "\uD83D",
            "${address:",
            "${",
            "}",
            "all",
            "default",
            "shop",
            "a".repeat(300),
            "[".repeat(60));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldEndInACatalogOrInProblems(long seed) {
        Random random = new Random(seed);
        String[] texts = {DocumentFixtures.shop(), DocumentFixtures.resource("complete.yaml")};

        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                String text = mutate(texts[round % texts.length], random);
                refused += read(text, "seed " + seed + ", round " + round) ? 0 : 1;
            }
            assertThat(refused).isBetween(ROUNDS / 2, ROUNDS);
        });
    }

    private static boolean read(String text, String which) {
        try {
            CatalogReader.read(Map.of("f.yaml", text));
            return true;
        } catch (InvalidInputException e) {
            assertThat(e.problems()).as(which).isNotEmpty().isSorted().doesNotHaveDuplicates();
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(which + " threw for\n" + text, e);
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(from, to);
                case 1 -> mutated.insert(from, MORSELS.get(random.nextInt(MORSELS.size())));
                case 2 -> mutated.replace(from, to, MORSELS.get(random.nextInt(MORSELS.size())));
                default -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(from, to));
            }
        }
        return mutated.toString();
    }
}
