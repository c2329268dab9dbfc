package io.jenkins.plugins.servicedelivery.jenkins.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A secret that is easy to find again, in all the forms in which secrets get lost. */
final class Canary {
    private final Set<String> forms = new LinkedHashSet<>();

    private Canary() {}

    /** A password of this user. */
    static Canary password(String user, String password) {
        Canary canary = new Canary();
        canary.add(password);
        canary.add(base64(password));
        canary.add(base64(user + ":" + password));
        canary.add(URLEncoder.encode(password, StandardCharsets.UTF_8));
        canary.add(URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20"));
        canary.add(password.replace("\\", "\\\\").replace("\"", "\\\""));
        canary.add(password.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        canary.add(password.replace("&", "&amp;").replace("\"", "&quot;"));
        canary.add(password.replace("&", "&amp;"));
        return canary;
    }

    /** Something without another form. */
    static Canary of(String text) {
        Canary canary = new Canary();
        canary.add(text);
        canary.add(base64(text));
        return canary;
    }

    Set<String> forms() {
        return forms;
    }

    boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** The files below a folder that hold it, packed ones too. */
    List<Path> filesBelow(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && isIn(new String(content(file), StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // it has gone in the meantime
            }
        });
        return found;
    }

    private void add(String form) {
        forms.add(form);
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            return bytes;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
