package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Images for the registry that is built into the controller. It alone knows what was built before; new images are
 * gathered in a folder here and sent together. What it holds already, such as the layers of a common base, is not sent.
 */
final class Outbox implements Target {
    private static final String BLOB = "sha256:";

    private final Path folder;
    private final Controller controller;
    private final OciRegistry images;
    private final Map<Digest, String> tags = new ConcurrentHashMap<>();

    Outbox(Path folder, Controller controller) {
        this.folder = folder;
        this.controller = controller;
        this.images = new LayoutRegistry(folder);
        remove(); // one that was killed could not do it
    }

    @Override
    public OciRegistry images() {
        return images;
    }

    @Override
    public Registry asked() {
        return new BuiltIn();
    }

    @Override
    public void finish() throws InterruptedException {
        if (tags.isEmpty()) {
            return;
        }
        try {
            for (String blob : controller.lacking(blobs())) {
                send(blob, file(blob));
            }
            send(IncomingLayout.INDEX, folder.resolve(IncomingLayout.INDEX));
        } catch (IOException e) {
            throw new FailedException(
                    "Sending the images to the controller", String.valueOf(e.getMessage()), "Run the build again.", e);
        }
    }

    @Override
    public BuildAnswer.Image described(BuiltImage image) {
        String tag = image.reference().digest().map(tags::get).orElse(null);
        return new BuildAnswer.Image(image.service().value(), image.reference().toString(), tag, image.reused());
    }

    @Override
    public void close() {
        remove();
    }

    private List<String> blobs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("blobs").resolve("sha256"))) {
            return new ArrayList<>(files.map(file -> BLOB + file.getFileName())
                    .filter(IncomingLayout::isBlob)
                    .sorted()
                    .toList());
        }
    }

    private Path file(String blob) {
        return folder.resolve("blobs").resolve("sha256").resolve(blob.substring(BLOB.length()));
    }

    private void send(String name, Path file) throws IOException, InterruptedException {
        byte[] buffer = new byte[IncomingLayout.MOST_BYTES_A_PIECE / 2];
        long sent = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.readNBytes(buffer, 0, buffer.length);
                    count > 0;
                    count = in.readNBytes(buffer, 0, buffer.length)) {
                controller.send(name, sent, Arrays.copyOf(buffer, count));
                sent += count;
            }
        }
    }

    private void remove() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            throw new FailedException(
                    "Emptying " + folder, String.valueOf(e.getMessage()), "See who uses it, or remove it by hand.", e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }

    /** The built-in registry: what was built before is asked of the controller, what is new goes to the folder. */
    private final class BuiltIn implements Registry {
        @Override
        public Optional<Digest> find(ImageReference image) throws InterruptedException {
            return controller.find(image.toString()).map(Digest::parse);
        }

        @Override
        public Optional<ImageLabels> labels(ImageReference image) throws InterruptedException {
            return images.labels(image);
        }

        @Override
        public void tag(ImageReference image, String tag) throws InterruptedException {
            images.tag(image, tag);
            image.digest().ifPresent(digest -> tags.put(digest, tag));
        }

        @Override
        public void attach(ImageReference image, ImageRecord record) throws InterruptedException {
            images.attach(image, record);
        }

        @Override
        public List<ImageRecord> records(ImageReference image) throws InterruptedException {
            return images.records(image);
        }
    }
}
