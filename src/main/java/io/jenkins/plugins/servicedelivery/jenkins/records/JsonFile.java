package io.jenkins.plugins.servicedelivery.jenkins.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hudson.util.AtomicFileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file of ours that holds one value as JSON. It is replaced as a whole, so that whoever reads it finds the value before
 * the last change or the one after it.
 *
 * @param <T> a Java record
 */
final class JsonFile<T> {
    private static final String ASIDE = ".damaged";
    private static final long MOST_BYTES = 64L << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private final Path path;
    private final Class<T> type;

    JsonFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    /** The value as it would be written. */
    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("values of this class can always be written: " + value.getClass(), e);
        }
    }

    /**
     * What is kept; empty where there is no file.
     *
     * @throws IOException where it cannot be read or does not hold such a value
     */
    Optional<T> read() throws IOException {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException(path + " has more than " + MOST_BYTES + " bytes");
            }
            return Optional.of(MAPPER.readValue(Files.readAllBytes(path), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Replaces what is kept; the folder is made where it is missing. */
    void write(T value) throws IOException {
        Files.createDirectories(path.resolveSibling(".").normalize());
        try (AtomicFileWriter writer = new AtomicFileWriter(path, StandardCharsets.UTF_8, false, true)) {
            try {
                writer.write(new String(bytes(value), StandardCharsets.UTF_8));
                writer.commit();
            } finally {
                writer.abort(); // nothing is left to do after a commit
            }
        }
    }

    /** Keeps what cannot be read under another name, for people, so that it is not in the way. */
    void setAside() throws IOException {
        Files.move(path, path.resolveSibling(path.getFileName() + ASIDE), StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
