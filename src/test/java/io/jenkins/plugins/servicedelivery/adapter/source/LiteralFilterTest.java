package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralFilterTest {
    @Test
    void shouldFindAWordThatBeginsInsideAnotherOne() {
        LiteralFilter filter = new LiteralFilter(List.of("paymenta", "mend", "nta"));

        assertThat(matches(filter, "paymend")).isTrue();
        assertThat(matches(filter, "paymenta")).isTrue();
        assertThat(matches(filter, "paymen")).isFalse();
    }

    @Test
    void shouldFindNothingWhenThereAreNoWords() {
        assertThat(matches(new LiteralFilter(List.of("")), "anything")).isFalse();
    }

    @Test
    void shouldAgreeWithASearchWordByWord() {
        Random random = new Random(20_261_120);
        for (int round = 0; round < 500; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                words.add(text(random, 1 + random.nextInt(5)));
            }
            String text = text(random, random.nextInt(30));

            boolean found = matches(new LiteralFilter(words), text);

            assertThat(found)
                    .as("%s in %s", words, text)
                    .isEqualTo(words.stream().anyMatch(text::contains));
        }
    }

    private static boolean matches(LiteralFilter filter, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return filter.matches(bytes, bytes.length);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
