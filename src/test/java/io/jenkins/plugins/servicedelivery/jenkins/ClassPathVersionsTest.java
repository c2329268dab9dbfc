package io.jenkins.plugins.servicedelivery.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.WarExploder;

/**
 * The library is built and tested alone with the versions of other libraries that it meets in Jenkins: those of Jenkins
 * itself, which come first, those inside the plugins that the plugin depends on, and what it bundles.
 */
class ClassPathVersionsTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{([^}]+)}</version>"
                    + "\\s*(<scope>test</scope>)?");
    private static final Pattern JAR = Pattern.compile("(?:.*/)?([^/]+?)-(\\d[^/]*)\\.jar");
    /** What only the tool kit has. */
    private static final List<String> NOT_IN_JENKINS = List.of("picocli");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("declaredByTheLibrary")
    void shouldMeetTheVersionThatItIsBuiltWith(String artefact, String version) throws Exception {
        assertThat(metInJenkins()).containsEntry(artefact, version);
    }

    @Test
    void shouldKnowWhatTheLibraryDeclares() throws IOException {
        assertThat(declaredByTheLibrary().map(declared -> declared[0]))
                .contains("jackson-databind", "snakeyaml", "jib-core", "guava", "asm")
                .doesNotContain("assertj-core");
    }

    static Stream<String[]> declaredByTheLibrary() throws IOException {
        String pom = Files.readString(Path.of("pom-core.xml"));
        Map<String, String> versions = new LinkedHashMap<>();
        Matcher dependency = DEPENDENCY.matcher(pom);
        while (dependency.find()) {
            if (dependency.group(3) == null && !NOT_IN_JENKINS.contains(dependency.group(1))) {
                versions.put(dependency.group(1), property(pom, dependency.group(2)));
            }
        }
        return versions.entrySet().stream().map(entry -> new String[] {entry.getKey(), entry.getValue()});
    }

    private static String property(String pom, String name) {
        Matcher value =
                Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</").matcher(pom);
        assertThat(value.find()).as("the property %s", name).isTrue();
        return value.group(1);
    }

    private static Map<String, String> metInJenkins() throws Exception {
        Map<String, String> met = new TreeMap<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .forEach(jar -> note(jar.replace(File.separatorChar, '/'), met));
        for (Path plugin : plugins()) {
            try (ZipFile archive = new ZipFile(plugin.toFile())) {
                archive.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith("WEB-INF/lib/"))
                        .forEach(name -> note(name, met));
            }
        }
        try (Stream<Path> jars =
                Files.list(WarExploder.getExplodedDir().toPath().resolve("WEB-INF/lib"))) {
            jars.forEach(jar -> note(jar.getFileName().toString(), met));
        }
        return met;
    }

    private static void note(String path, Map<String, String> met) {
        Matcher jar = JAR.matcher(path);
        if (jar.matches()) {
            met.put(jar.group(1), jar.group(2));
        }
    }

    /** The archives that Jenkins loads in these tests, as the test harness finds them. */
    private static List<Path> plugins() throws IOException, URISyntaxException {
        Path index = Path.of(ClassPathVersionsTest.class
                .getResource("/test-dependencies/index")
                .toURI());
        return Files.readAllLines(index).stream()
                .map(name -> index.resolveSibling(name + ".hpi"))
                .toList();
    }
}
