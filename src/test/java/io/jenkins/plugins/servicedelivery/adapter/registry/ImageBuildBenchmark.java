package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageFixtures;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the way through an OCI archive costs against Jib that pushes by itself, in the same JVM to the same registry.
 * No test: it asserts nothing and runs only when it is named. {@code docs/performance.md} says how.
 */
class ImageBuildBenchmark {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final int CLASSES = 40;
    private static final int CLASS_BYTES = 6 * 1024;
    private final Random random = new Random(1);

    @TempDir
    private Path folder;

    private DockerRegistry server;

    @Test
    void compare() throws Exception {
        Programs.assumePresent("docker-registry");
        server = DockerRegistry.open(folder);
        try {
            measure("empty base", Optional.empty());
            Programs.assumePresent("mmdebstrap");
            measure("base of Debian with a Java run-time", Optional.of(JreBase.layout()));
        } finally {
            server.close();
        }
    }

    private void measure(String title, Optional<Path> baseLayout) throws Exception {
        Path place = Files.createDirectories(folder.resolve(title.replace(' ', '-')));
        BuildWorld world = new BuildWorld(place, server.client(Optional.empty()));
        for (int i = 0; i < CLASSES; i++) {
            change(world, i);
        }
        ImageFixtures request = world.plainRequest().repository(server.host() + "/shop");
        baseLayout.ifPresent(layout -> request.base(new BaseImage.InLayout(layout.toString())));
        Optional<ImageReference> base =
                baseLayout.isPresent() ? Optional.of(pushed(baseLayout.get())) : Optional.empty();
        System.out.printf("%n%s, %d classes of %d bytes, median of %d%n", title, CLASSES, CLASS_BYTES, ROUNDS);
        report("no change, product", () -> world.build(request), () -> {});
        report("no change, Jib", () -> direct(place, world, base), () -> {});
        report("one class changed, product", () -> world.build(request), () -> change(world, 0));
        report("one class changed, Jib", () -> direct(place, world, base), () -> change(world, 0));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void report(String what, Work work, Work before) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            before.run();
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("  %-28s %7.1f ms%n", what, millis[ROUNDS / 2]);
    }

    private void change(BuildWorld world, int number) throws IOException {
        byte[] content = new byte[CLASS_BYTES];
        random.nextBytes(content);
        Files.write(world.sources().resolve("conf/Class" + number + ".class"), content);
    }

    private void direct(Path place, BuildWorld world, Optional<ImageReference> base) throws Exception {
        JibContainerBuilder image =
                base.isPresent() ? Jib.from(RegistryImage.named(base.get().toString())) : Jib.fromScratch();
        image.setFormat(ImageFormat.OCI)
                .setFileEntriesLayers(FileEntriesLayer.builder()
                        .addEntryRecursive(world.sources().resolve("conf"), AbsoluteUnixPath.get("/app"))
                        .build())
                .containerize(Containerizer.to(RegistryImage.named(server.host() + "/jib/orders:latest"))
                        .setApplicationLayersCache(place.resolve("jib-layers"))
                        .setBaseImageLayersCache(place.resolve("jib-base"))
                        .setAllowInsecureRegistries(true));
    }

    private ImageReference pushed(Path layout) throws Exception {
        Base.InLayout base = Base.InLayout.in(layout);
        DistributionRegistry registry = server.client(Optional.empty());
        ImageReference target = ImageReference.parse(server.host() + "/base/jre");
        Manifest manifest = base.manifest(base.digest()).orElseThrow();
        for (Descriptor layer : manifest.layers()) {
            push(registry, target, layout, layer);
        }
        push(registry, target, layout, manifest.config());
        registry.putManifest(target.at(manifest.digest()), manifest);
        return target.at(manifest.digest());
    }

    private static void push(DistributionRegistry registry, ImageReference target, Path layout, Descriptor blob)
            throws Exception {
        Digest digest = blob.digest();
        Path file = new OciLayout(layout).blob(digest);
        registry.putBlob(target, new Blob(digest, blob.size(), () -> Files.newInputStream(file)));
    }
}
