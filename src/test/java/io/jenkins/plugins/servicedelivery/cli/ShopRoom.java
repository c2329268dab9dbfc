package io.jenkins.plugins.servicedelivery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sample shop in a room of its own, worked on by commands, for example
 * {@code new ShopRoom(folder).unpacked().run("deploy", "production")}.
 */
final class ShopRoom {
    private final Path room;
    private final SampleShop shop;
    private Map<String, String> variables = Map.of();

    ShopRoom(Path room) {
        this.room = room;
        this.shop = new SampleShop(room);
    }

    ShopRoom unpacked() {
        shop.unpack();
        return this;
    }

    /** A copy of this room with everything in it. */
    ShopRoom copiedTo(Path other) {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.toList()) {
                Path copy = other.resolve(room.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShopRoom(other);
    }

    ShopRoom with(Map<String, String> these) {
        variables = these;
        return this;
    }

    void apply(String release) {
        shop.apply(release);
    }

    Path catalog() {
        return shop.folder();
    }

    Path state() {
        return room.resolve("state");
    }

    /** Changes a file of the catalog. */
    void edit(String file, String from, String to) {
        Path path = catalog().resolve(file);
        try {
            String text = Files.readString(path);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " has no \"" + from + "\"");
            }
            Files.writeString(path, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Done run(String... words) {
        CapturedTerminal captured = new CapturedTerminal().with(variables);
        return new Done(captured.run(withPlaces(words)), captured.out(), captured.err());
    }

    /** The words of the command with the places of this room. */
    String[] withPlaces(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--catalog", catalog().toString(), "--state", state().toString()));
        return all.toArray(String[]::new);
    }

    /** How a command ended. */
    record Done(int exitCode, String out, String err) {
        /** The one document on standard output; fails where there is anything else. */
        JsonNode json() {
            try (var parser = new ObjectMapper().createParser(out)) {
                JsonNode document = parser.readValueAsTree();
                if (parser.nextToken() != null) {
                    throw new AssertionError("more than one document: " + out);
                }
                return document;
            } catch (IOException e) {
                throw new AssertionError("no document: " + out + err, e);
            }
        }
    }
}
