package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.localizer.ResourceBundleHolder;

/** Every page and every text of the plugin, as it lies in the sources. */
class PageTextsTest {
    private static final Path RESOURCES =
            Path.of("src", "main", "resources", "io", "jenkins", "plugins", "servicedelivery", "jenkins");
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern KEY = Pattern.compile("\\$\\{%(\\w+)(?:\\(|})|'%(\\w+)'");

    static List<Path> pages() {
        return files(".jelly");
    }

    static List<Path> texts() {
        return files(".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .toList();
    }

    static List<String> states() {
        return RecordKinds.ALL.names().stream()
                .flatMap(kind -> RecordKinds.ALL.states(kind).stream().map(state -> kind + "." + state.getSimpleName()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldSayTheSameInBothLanguages(Path english) {
        Properties texts = read(english);
        Path translated =
                english.resolveSibling(english.getFileName().toString().replace(".properties", CHINESE));

        Properties translation = read(translated);

        assertThat(translation.stringPropertyNames()).isEqualTo(texts.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            assertThat(translation.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(translation.getProperty(key))).as(key).isEqualTo(arguments(texts.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldHaveATextForEveryKeyAndNoOthers(Path page) {
        Set<String> used = KEY.matcher(text(page))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Path texts = page.resolveSibling(page.getFileName().toString().replace(".jelly", ".properties"));

        Set<String> there = Files.exists(texts) ? new TreeSet<>(read(texts).stringPropertyNames()) : new TreeSet<>();

        assertThat(there).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldEscapeAndHoldNoScriptsOrStyles(Path page) {
        assertThat(text(page))
                .contains("<?jelly escape-by-default='true'?>")
                .doesNotContainPattern("(?i)<script|<style|\\son\\w+=|\\sstyle=|javascript:|<j:out|checkUrl");
    }

    @Test
    void shouldTakeColoursFromTheTheme() {
        for (Path sheet : files(".css")) {
            assertThat(text(sheet)).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\(");
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void shouldSayEveryStateOfEveryOperation(String state) {
        ResourceBundleHolder words = ResourceBundleHolder.get(Messages.class);

        assertThat(words.get(Locale.ENGLISH).getString("State." + state)).isNotBlank();
        assertThat(words.get(Locale.SIMPLIFIED_CHINESE).getString("State." + state))
                .containsPattern("\\p{IsHan}");
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
