package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageFixtures;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the default time zone and language for a moment")
@Timeout(120)
class JibImageBuilderTest {
    @TempDir
    private Path folder;

    private BuildWorld world;

    @BeforeEach
    void makeWorld() throws IOException {
        world = new BuildWorld(folder.resolve("one"));
    }

    @Test
    void shouldGiveTheSameDigestInAnotherFolderAtAnotherTime() throws Exception {
        BuiltImage first = world.build(world.request());
        BuildWorld other = new BuildWorld(folder.resolve("two").resolve("deeper"));
        age(other.catalog());

        BuiltImage second = inFarAwayPlace(() -> other.build(other.request()));

        assertThat(second.reused()).isFalse();
        assertThat(second.reference()).isEqualTo(first.reference());
    }

    @Test
    void shouldGiveTheSameDigestWhateverTheRightsOfTheReader() throws Exception {
        BuiltImage first = world.build(world.request());
        BuildWorld other = new BuildWorld(folder.resolve("two"));
        Files.setPosixFilePermissions(
                other.sources().resolve("conf/settings.txt"), PosixFilePermissions.fromString("rw-------"));

        BuiltImage second = other.build(other.request());

        assertThat(second.reference()).isEqualTo(first.reference());
    }

    @Test
    void shouldReuseWhenNothingHasChanged() throws Exception {
        BuiltImage first = world.build(world.request());

        BuiltImage second = world.build(world.request());

        assertThat(second.reused()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.labels())
                .isEqualTo(world.registry().labels(first.reference()).orElseThrow());
    }

    @Test
    void shouldGiveAnotherDigestWhenAFileChangesButNotItsTime() throws Exception {
        Path settings = world.sources().resolve("conf/settings.txt");
        FileTime time = Files.getLastModifiedTime(settings);
        BuiltImage first = world.build(world.plainRequest());
        Files.writeString(settings, "colour=red!\n");
        Files.setLastModifiedTime(settings, time);

        BuiltImage second = world.build(world.plainRequest());

        assertThat(second.reference()).isNotEqualTo(first.reference());
    }

    @Test
    void shouldGiveAnotherDigestWhenAFileBecomesExecutable() throws Exception {
        BuiltImage first = world.build(world.plainRequest());
        Files.setPosixFilePermissions(
                world.sources().resolve("conf/settings.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));

        BuiltImage second = world.build(world.plainRequest());

        assertThat(second.reference()).isNotEqualTo(first.reference());
        assertThat(world.files(second.reference())).containsEntry("/app/settings.txt", "755 0:0 1");
    }

    @Test
    void shouldStoreFilesOwnedByRootWithOneTime() throws Exception {
        BuiltImage image = world.build(world.request());

        assertThat(world.files(image.reference()))
                .containsEntry("/app/conf/settings.txt", "644 0:0 1")
                .containsEntry("/app/classes/Main.class", "644 0:0 1")
                .containsEntry("/app/app.jar", "644 0:0 1");
    }

    @Test
    void shouldSayHowTheImageIsStarted() throws Exception {
        BuiltImage image = world.build(world.plainRequest().variables(Map.of("PORT", "${port}")));

        JsonNode config = config(image.reference());
        assertThat(config.path("User").asText()).isEqualTo("65532");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(config.path("Env").get(0).asText()).isEqualTo("PORT=8080");
        assertThat(config.path("ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(config.path("Entrypoint")).hasSize(4);
        assertThat(config.path("Labels").path(ImageLabels.SERVICE).asText()).isEqualTo("orders");
    }

    @Test
    void shouldLeaveNothingOfEarlierBuildsInTheImage() throws Exception {
        world.write("orders/target/classes/Stale.class", "left behind");

        BuiltImage image = world.build(world.request());

        assertThat(world.files(image.reference())).doesNotContainKey("/app/classes/Stale.class");
    }

    @Test
    void shouldPutTheEntriesForTheSimulatedClusterIntoLabels() throws Exception {
        world.write("orders/simulation.properties", "errors=0.25\nlatency.millis=40\n");

        BuiltImage image = world.build(world.plainRequest());

        assertThat(world.registry().labels(image.reference()).orElseThrow().simulation())
                .containsExactly(Map.entry("errors", "0.25"), Map.entry("latency.millis", "40"));
    }

    @Test
    void shouldRefuseSimulationEntriesThatAreNoPlainText() throws Exception {
        world.write("orders/simulation.properties", "errors=a\\nb\n");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest()))
                .withMessageContaining("simulation.properties");
    }

    @Test
    void shouldRefuseALinkThatLeavesTheSourceFolder() throws Exception {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(world.sources().resolve("conf/link"), folder.resolve("secret"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest()))
                .withMessageContaining("conf/link leads out of");
        assertThatNothingIsStored();
    }

    @Test
    void shouldRefuseALayerFolderThatIsALinkToOutside() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(world.sources().resolve("linked"), folder.resolve("elsewhere"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest().layer("linked", "/app")))
                .withMessageContaining("leads out of");
    }

    @Test
    void shouldRefuseASourceFolderThatIsALinkToOutside() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/conf"));
        Files.writeString(elsewhere.resolve("a"), "a");
        Files.createSymbolicLink(world.catalog().resolve("linked"), folder.resolve("elsewhere"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest().source("linked")))
                .withMessageContaining("leads out of");
    }

    @Test
    void shouldDeleteALinkedOutputWithoutFollowingIt() throws Exception {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "precious");
        Files.createSymbolicLink(world.sources().resolve("target"), precious);

        world.build(world.request());

        assertThat(precious.resolve("file")).exists();
        assertThat(world.sources().resolve("target")).isDirectory().isNotEqualTo(precious);
    }

    @Test
    void shouldRefuseToDeleteTheSourceFolder() {
        ImageFixtures request = world.plainRequest().outputs(".");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> world.builder().clean(request.plan()))
                .withMessageContaining("is the source folder itself");
        assertThat(world.sources().resolve("src/Main.java")).exists();
    }

    @Test
    void shouldSayWhichLayerIsMissing() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest().layer("nowhere", "/app")))
                .withMessageContaining("nowhere is not there");
    }

    @Test
    void shouldSayWhichLayerIsEmpty() throws Exception {
        Files.createDirectories(world.sources().resolve("empty"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(world.plainRequest().layer("empty", "/app")))
                .withMessageContaining("layer classes is empty");
    }

    @Test
    void shouldPassHostileTextsAsPlainText() throws Exception {
        String hostile = "$(id); `id` && \"x\" '../..' -flag <b>";
        world.write("orders/conf/" + "a b;$(id)`x`'.txt", "x");

        BuiltImage image =
                world.build(world.plainRequest().labels(Map.of("team", hostile)).variables(Map.of("V", hostile)));

        assertThat(config(image.reference()).path("Labels").path("team").asText())
                .isEqualTo(hostile);
        assertThat(config(image.reference()).path("Env").get(0).asText()).isEqualTo("V=" + hostile);
        assertThat(world.files(image.reference())).containsKey("/app/a b;$(id)`x`'.txt");
    }

    @Test
    void shouldBuildOnABaseInALayout() throws Exception {
        BaseImage base = baseInLayout();

        BuiltImage image = world.build(world.plainRequest().base(base).layer("src", "/src"));

        assertThat(world.files(image.reference())).containsKeys("/base/base.txt", "/src/Main.java");
        assertThat(image.labels().values()).containsKey(ImageLabels.BASE);
    }

    @Test
    void shouldBuildOnABaseInARegistry() throws Exception {
        BuildWorld other = new BuildWorld(folder.resolve("bases"));
        BuiltImage base = other.build(other.plainRequest().layer("conf", "/base"));

        BuiltImage image = world.build(
                world.plainRequest().base(new BaseImage.InRegistry(base.reference())),
                world.builder(reference -> other.registry()));

        assertThat(world.files(image.reference())).containsKeys("/base/settings.txt", "/app/settings.txt");
    }

    @Test
    void shouldSayThatTheBaseIsNotThere() {
        ImageReference missing = ImageReference.parse("registry.local/base@sha256:" + "0".repeat(64));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(
                        world.plainRequest().base(new BaseImage.InRegistry(missing)),
                        world.builder(reference -> world.registry())));
        assertThatNothingIsStored();
    }

    @Test
    void shouldRefuseABaseThatIsNotPinned() {
        ImageReference floating = ImageReference.parse("registry.local/base:latest");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> world.build(
                        world.plainRequest().base(new BaseImage.InRegistry(floating)),
                        world.builder(reference -> world.registry())))
                .withMessageContaining("is not pinned by digest");
    }

    @Test
    void shouldKeepItsFilesInTheWorkFolderAndNoArchive() throws Exception {
        Path home = Path.of(System.getProperty("user.home"), ".cache", "google-cloud-tools-java");
        assumeThat(home).doesNotExist();

        world.build(world.request());

        assertThat(home).doesNotExist();
        assertThat(filesBelow(folder.resolve("one/work"))).noneMatch(file -> file.endsWith(".tar"));
    }

    private BaseImage baseInLayout() throws Exception {
        BuildWorld other = new BuildWorld(folder.resolve("bases")).write("orders/base/base.txt", "base");
        BuiltImage base = other.build(other.plainRequest().layer("base", "/base"));
        OciLayout layout = new OciLayout(world.catalog().resolve("jre"));
        layout.prepare();
        Manifest manifest = other.registry().manifest(base.reference()).orElseThrow();
        for (Descriptor blob : Stream.concat(manifest.layers().stream(), Stream.of(manifest.config()))
                .toList()) {
            layout.put(Blob.of(other.registry().blob(base.reference(), blob)));
        }
        layout.put(Blob.of(manifest.bytes()));
        var index = layout.index();
        index.withArray("manifests").add(manifest.descriptor().toJson());
        layout.writeIndex(index);
        return new BaseImage.InLayout("jre");
    }

    private JsonNode config(ImageReference image) throws InterruptedException {
        Manifest manifest = world.registry().manifest(image).orElseThrow();
        return OciJson.parse("config", world.registry().blob(image, manifest.config()))
                .path("config");
    }

    private void assertThatNothingIsStored() {
        assertThat(folder.resolve("one/store/index.json")).doesNotExist();
    }

    private static List<String> filesBelow(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.map(Path::toString).toList();
        }
    }

    private static void age(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            files.forEach(file -> {
                try {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private interface Build {
        BuiltImage run() throws InterruptedException;
    }

    /** Another language and time zone, a time at least two seconds (the grain of a jar's times) later. */
    private static BuiltImage inFarAwayPlace(Build build) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            return build.run();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
