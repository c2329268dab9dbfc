package io.jenkins.plugins.servicedelivery.adapter.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew so that its bytes are a function of what is in it: entries in the order of their names with the
 * manifest first, one fixed time, stored without compression (the layer is compressed as a whole), no extra fields. Jars
 * inside jars are treated alike.
 */
final class JarNormaliser {
    /** Not the first moment that a jar can hold: for that one the JDK adds a field that depends on the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Set<String> ENDINGS = Set.of("jar", "war", "ear");
    private static final int DEEPEST = 4;
    private static final List<String> FIRST = List.of("META-INF/", "META-INF/MANIFEST.MF");
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    name -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());
    private static final Pattern DATE_COMMENT = Pattern.compile("(?m)^#(?=.*\\d{4}).*+\\R");

    /** Whether a file of this name is an archive that this class understands. */
    static boolean understands(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Writes the jar's content in its one form; throws {@link ZipException} where it is no jar. */
    void normalise(Path jar, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream target = new ZipOutputStream(out)) {
            Set<String> names = new TreeSet<>(ORDER);
            for (ZipEntry entry : zip.stream().toList()) {
                if (!names.add(entry.getName())) {
                    throw new ZipException("the entry " + entry.getName() + " is there twice");
                }
            }
            for (String name : names) {
                try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
                    put(target, name, content.readAllBytes(), 1);
                }
            }
        }
    }

    private static byte[] normalised(byte[] jar, int depth) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(jar.length);
        SortedMap<String, byte[]> entries = new TreeMap<>(ORDER);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        if (entries.isEmpty()) {
            return jar;
        }
        try (ZipOutputStream target = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(target, entry.getKey(), entry.getValue(), depth + 1);
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream target, String name, byte[] content, int depth) throws IOException {
        byte[] bytes = withoutTimes(name, content, depth);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        target.putNextEntry(entry);
        target.write(bytes);
        target.closeEntry();
    }

    private static byte[] withoutTimes(String name, byte[] content, int depth) throws IOException {
        if (understands(name) && depth < DEEPEST) {
            return normalised(content, depth);
        }
        if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            return DATE_COMMENT.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
        }
        return content;
    }
}
