package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the settings have a text and a help for everything, in both languages. */
class SettingsTextsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                ServiceDeliveryConfiguration.class,
                ServiceDeliveryFolderProperty.class,
                ClusterSettings.class,
                SimulatedConnection.class,
                RegistrySettings.class,
                ProductLineBinding.class,
                EnvironmentBinding.class,
                CatalogSource.class
            })
    void shouldHelpWithEveryFieldInBothLanguages(Class<?> type) throws Exception {
        String page = read(type, "config.jelly");
        List<String> fields = new ArrayList<>();
        Matcher field = Pattern.compile(" field=\"(\\w+)\"").matcher(page);
        while (field.find()) {
            fields.add(field.group(1));
        }

        assertThat(fields).isNotEmpty();
        for (String each : fields) {
            assertThat(read(type, "help-" + each + ".html")).startsWith("<div>");
            assertThat(read(type, "help-" + each + "_zh_CN.html")).containsPattern("\\p{IsHan}");
        }
        for (Matcher key = Pattern.compile("\\$\\{%(\\w+)\\}").matcher(page); key.find(); ) {
            assertThat(read(type, "config.properties")).containsPattern("(?m)^" + key.group(1) + "=.");
            assertThat(read(type, "config_zh_CN.properties")).containsPattern("(?m)^" + key.group(1) + "=.");
        }
    }

    @Test
    void shouldSayEverythingInBothLanguages() throws Exception {
        Properties english = messages("");
        Properties chinese = messages("_zh_CN");

        assertThat(english).isNotEmpty();
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(arguments(chinese.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(arguments((String) text)));
    }

    private static Properties messages(String language) throws Exception {
        Properties messages = new Properties();
        try (var in = SettingRules.class.getResourceAsStream("Messages" + language + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String read(Class<?> type, String file) throws Exception {
        try (var in = type.getResourceAsStream(type.getSimpleName() + "/" + file)) {
            assertThat(in).as(type.getSimpleName() + "/" + file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
