package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.BuildInputs;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.ImageBuilder;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Builds images with Jib core: no daemon, no Dockerfile. Jib writes an OCI archive of the service's own layers into the
 * work folder; they go on top of the base and into the registry through our own adapter, so Jib never speaks to a
 * network.
 */
public final class JibImageBuilder implements ImageBuilder {
    private static final Duration OTHER_BUILD = Duration.ofMinutes(10);
    private final OciRegistry target;
    private final Function<ImageReference, OciRegistry> bases;
    private final Path work;

    /**
     * @param target where the images go
     * @param bases the registry that holds a base image
     * @param work folder for caches and half-made archives; may be deleted at any time between builds
     */
    public JibImageBuilder(OciRegistry target, Function<ImageReference, OciRegistry> bases, Path work) {
        this.target = target;
        this.bases = bases;
        this.work = work.toAbsolutePath();
    }

    @Override
    public BuildInputs inspect(BuildPlan plan) throws InterruptedException {
        SourceReader reader = new SourceReader();
        return new BuildInputs(
                reader.files(plan), base(plan).map(Base::digest), reader.simulation(plan), JibArchive.FORMAT);
    }

    @Override
    public void clean(BuildPlan plan) {
        new OutputCleaner().clean(plan);
    }

    @Override
    public ImageReference build(BuildPlan plan, ImageLabels labels) throws InterruptedException {
        Name service = plan.request().service().name();
        String tried = "Packaging the image of " + service;
        Path room = work.resolve(plan.request().line().name().value()).resolve(service.value());
        try {
            Files.createDirectories(room);
            return new FolderLock(room.resolve(".lock"), OTHER_BUILD).hold(() -> build(plan, labels, room));
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(tried + " was interrupted");
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        }
    }

    private ImageReference build(BuildPlan plan, ImageLabels labels, Path room)
            throws IOException, InterruptedException {
        Optional<Base> base = base(plan);
        Staging staging = new Staging(room.resolve("staged"));
        ImageContents contents = ImageContents.of(plan, staging);
        Path file = room.resolve("image-" + UUID.randomUUID() + ".tar");
        try {
            new JibArchive(room).write(plan, labels, contents, file);
            try (OciArchive archive = new OciArchive(file)) {
                ImageReference image = base.isPresent()
                        ? new GraftedImage(base.get(), archive, room).storeIn(target, plan.repository())
                        : archive.storeIn(target, plan.repository());
                staging.forgetUnused();
                return image;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Base> base(BuildPlan plan) {
        BaseImage base = plan.recipe().base();
        if (base instanceof BaseImage.InRegistry inRegistry) {
            return Optional.of(new Base.InRegistry(bases.apply(inRegistry.reference()), inRegistry.reference()));
        }
        if (base instanceof BaseImage.InLayout inLayout) {
            return Optional.of(Base.InLayout.in(Path.of(plan.request().folder()).resolve(inLayout.folder())));
        }
        return Optional.empty();
    }
}
