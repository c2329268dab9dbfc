package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PropertiesTextTest {
    private static final String TEXT =
            """
            # comment = 1
              ! comment \\
            a=1
            b : 2
            c 3
            d\\ e = f\\u0041\\=
            long = one, \\
                   two
            empty
            url=http://payments:8080/a=b
            odd = x\\\\
            last = \\
            """;

    @Test
    void shouldReadWhatTheJdkReads() throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(TEXT));

        assertThat(PropertiesText.read("a.properties", TEXT).stream()
                        .collect(Collectors.toMap(Setting::key, Setting::value)))
                .isEqualTo(expected);
    }

    @Test
    void shouldKnowTheLineOfEveryValue() {
        assertThat(PropertiesText.read("a.properties", TEXT))
                .extracting(setting -> setting.key() + " " + setting.place().line())
                .containsExactly("a 3", "b 4", "c 5", "d e 6", "long 7", "empty 9", "url 10", "odd 11", "last 12");
    }
}
