package io.jenkins.plugins.servicedelivery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which image of each service was built last: the file {@code images.json} of the state folder. It is replaced by rename,
 * so that it is always whole; several processes may write it.
 */
final class BuiltImages {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    BuiltImages(Path stateFolder) {
        this.file = stateFolder.resolve("images.json");
    }

    /** The last image of each service of a product line; services that were never built are missing. */
    SortedMap<Name, ImageReference> of(Name line) {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        try {
            ofLine(read(), line)
                    .fields()
                    .forEachRemaining(entry -> images.put(
                            Name.of(entry.getKey()),
                            ImageReference.parse(entry.getValue().asText())));
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
        return images;
    }

    /** Remembers these images; what is known of other services stays. */
    void remember(Name line, List<BuiltImage> images) {
        String tried = "Remembering the built images in " + file;
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel lock = FileChannel.open(
                            file.resolveSibling("images.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                ObjectNode all = read();
                ObjectNode known = ofLine(all, line);
                images.forEach(image ->
                        known.put(image.service().value(), image.reference().toString()));
                replace(Json.text(all));
            }
        } catch (IOException e) {
            throw new FailedException(
                    tried, reason(e), "Make room or check the rights of the folder; then run again.", e);
        }
    }

    private ObjectNode ofLine(ObjectNode all, Name line) {
        if (all.has(line.value()) && !all.get(line.value()).isObject()) {
            throw damaged(null);
        }
        return all.withObjectProperty(line.value());
    }

    private void replace(String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "images", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                out.write(StandardCharsets.UTF_8.encode(text));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private ObjectNode read() {
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw damaged(null);
        } catch (NoSuchFileException e) {
            return MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new FailedException("Reading " + file, reason(e), "Check the rights of the file.", e);
        }
    }

    private FailedException damaged(Exception cause) {
        return new FailedException(
                "Reading " + file, "it is not what this program wrote", "Delete it and build the images again.", cause);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
