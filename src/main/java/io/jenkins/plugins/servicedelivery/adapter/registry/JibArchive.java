package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The one place that calls Jib: an image's contents and texts become an OCI archive. */
final class JibArchive {
    /** Grows when the same contents and texts give other bytes, for example with another version of Jib. */
    static final String FORMAT = "1";

    private static final String TOOL = "service-delivery";
    private static final long END_SECONDS = 30;
    private final Path caches;

    /** @param caches folder for what Jib keeps between builds of the same service */
    JibArchive(Path caches) {
        this.caches = caches;
    }

    /** Writes the layers of the contents and how they are started, without any base. */
    void write(BuildPlan plan, ImageLabels labels, ImageContents contents, Path file)
            throws IOException, InterruptedException {
        run(plan, filled(Jib.fromScratch(), plan.recipe(), plan, labels, contents), file);
    }

    private static JibContainerBuilder filled(
            JibContainerBuilder image,
            ImageTemplate recipe,
            BuildPlan plan,
            ImageLabels labels,
            ImageContents contents) {
        image.setFormat(ImageFormat.OCI)
                .setCreationTime(Instant.EPOCH)
                .setFileEntriesLayers(contents.layers())
                .setEnvironment(recipe.variables())
                .setLabels(labels.values());
        plan.request().service().ports().forEach(port -> image.addExposedPort(Port.tcp(port.number())));
        if (!recipe.entrypoint().isEmpty()) {
            image.setEntrypoint(recipe.entrypoint());
        }
        if (!recipe.user().isEmpty()) {
            image.setUser(recipe.user());
        }
        if (!recipe.workingDirectory().isEmpty()) {
            image.setWorkingDirectory(AbsoluteUnixPath.get(recipe.workingDirectory()));
        }
        return image;
    }

    private void run(BuildPlan plan, JibContainerBuilder image, Path file) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            image.containerize(Containerizer.to(TarImage.at(file)
                            .named(plan.repository().tagged("latest").toString()))
                    .setExecutorService(threads)
                    .setApplicationLayersCache(caches.resolve("layers"))
                    .setBaseImageLayersCache(caches.resolve("base"))
                    .setOfflineMode(true)
                    .setToolName(TOOL)
                    .setToolVersion(FORMAT));
        } catch (ExecutionException e) {
            throw failed(plan, e.getCause());
        } catch (RegistryException | CacheDirectoryCreationException | InvalidImageReferenceException e) {
            throw failed(plan, e);
        } finally {
            end(threads);
        }
    }

    /** After an interruption no thread of Jib may go on writing the archive. */
    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    private static DeliveryException failed(BuildPlan plan, Throwable cause) throws IOException {
        if (cause instanceof IOException disk) {
            throw disk;
        }
        return new FailedException(
                "Packaging the image of " + plan.request().service().name(),
                String.valueOf(cause.getMessage()),
                "Check the layers of template \"" + plan.recipe().name() + "\".",
                cause);
    }
}
