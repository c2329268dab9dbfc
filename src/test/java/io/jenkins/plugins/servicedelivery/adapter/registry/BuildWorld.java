package io.jenkins.plugins.servicedelivery.adapter.registry;

import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.aRequest;

import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageFixtures;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A folder with the sources of one small service, the real builder, and a layout that its images go into. The service
 * is compiled by the JDK's own compiler and packed once as classes and once as a jar, which carries times.
 */
final class BuildWorld {
    private static final String MAIN =
            """
            public class Main {
                public static void main(String[] arguments) {
                    System.out.println("orders");
                }
            }
            """;
    private final Path folder;
    private final OciRegistry registry;

    BuildWorld(Path folder) throws IOException {
        this(folder, new LayoutRegistry(folder.resolve("store")));
    }

    BuildWorld(Path folder, OciRegistry registry) throws IOException {
        this.folder = folder;
        this.registry = registry;
        write("orders/src/Main.java", MAIN);
        write("orders/conf/settings.txt", "colour=blue\n");
    }

    BuildWorld write(String path, String content) throws IOException {
        Path file = folder.resolve("catalog").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    Path catalog() {
        return folder.resolve("catalog");
    }

    Path sources() {
        return catalog().resolve("orders");
    }

    OciRegistry registry() {
        return registry;
    }

    /** A request that compiles and packs the service. */
    ImageFixtures request() {
        return aRequest()
                .folder(catalog().toString())
                .commands(List.of(
                        List.of("javac", "-d", "target/classes", "src/Main.java"),
                        List.of("jar", "--create", "--file", "target/app.jar", "-C", "target/classes", ".")))
                .layers(
                        new LayerRule("settings", "conf", "/app/conf"),
                        new LayerRule("classes", "target/classes", "/app/classes"),
                        new LayerRule("jar", "target/app.jar", "/app/app.jar"));
    }

    /** A request that packs what lies in {@code conf} and runs no command. */
    ImageFixtures plainRequest() {
        return aRequest().folder(catalog().toString()).commands(List.of()).layer("conf", "/app");
    }

    JibImageBuilder builder() {
        return builder(image -> {
            throw new AssertionError("nobody asked for a base");
        });
    }

    JibImageBuilder builder(Function<ImageReference, OciRegistry> bases) {
        return new JibImageBuilder(registry, bases, folder.resolve("work"));
    }

    BuiltImage build(ImageFixtures request) throws InterruptedException {
        return build(request, builder());
    }

    BuiltImage build(ImageFixtures request, JibImageBuilder builder) throws InterruptedException {
        return new BuildServiceImage(builder, registry, new ProcessCommandRunner(), new StandingTime(), 1)
                .build(List.of(request.plan()), Origin.UNKNOWN, BuildProgress.NONE)
                .get(0);
    }

    /** The files of all layers as {@code mode owner:group mtime path}, by path. */
    SortedMap<String, String> files(ImageReference image) throws Exception {
        SortedMap<String, String> files = new TreeMap<>();
        for (Descriptor layer : registry.manifest(image).orElseThrow().layers()) {
            for (TarArchiveEntry entry : entries(registry.blob(image, layer))) {
                files.put(
                        "/" + entry.getName(),
                        "%o %d:%d %d"
                                .formatted(
                                        entry.getMode() & 0777,
                                        entry.getLongUserId(),
                                        entry.getLongGroupId(),
                                        entry.getLastModifiedTime().toInstant().getEpochSecond()));
            }
        }
        return files;
    }

    private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static final class StandingTime implements Timekeeper {
        @Override
        public Instant now() {
            return Instant.parse("2026-01-02T12:00:00Z");
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration length) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }
}
