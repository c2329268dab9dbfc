package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;

/** A base image with a Java run-time, made of Debian's packages once and kept in the build folder. */
final class JreBase {
    private static final String TOOLS = "/usr/lib/jvm/java-17-openjdk-amd64/bin";
    private static final Path FOLDER =
            Path.of("target", "library", "parts", "jre").toAbsolutePath();

    private JreBase() {}

    /** The folder of an OCI layout that holds the base image. */
    static Path layout() throws Exception {
        Path layout = FOLDER.resolve("layout");
        if (!Files.exists(layout.resolve("index.json"))) {
            Files.createDirectories(FOLDER);
            Path files = FOLDER.resolve("files.tar");
            Programs.run(
                    FOLDER,
                    "mmdebstrap",
                    "--quiet",
                    "--variant=extract",
                    "--include=openjdk-17-jre-headless",
                    "bookworm",
                    files.toString());
            write(files, new OciLayout(layout));
            Files.delete(files);
        }
        return layout;
    }

    private static void write(Path files, OciLayout layout) throws IOException {
        layout.prepare();
        Path packed = files.resolveSibling("files.tar.gz");
        MessageDigest plain = Digest.sha256();
        MessageDigest compressed = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(files), plain);
                OutputStream out = new GZIPOutputStream(
                        new DigestOutputStream(Files.newOutputStream(packed), compressed), 64 * 1024)) {
            in.transferTo(out);
        }
        Blob layer =
                new Blob(Digest.ofHash(compressed.digest()), Files.size(packed), () -> Files.newInputStream(packed));
        Blob config = config(Digest.ofHash(plain.digest()));
        layout.put(layer);
        layout.put(config);
        Manifest manifest = OciImages.manifest(config, layer);
        layout.put(Blob.of(manifest.bytes()));
        ObjectNode index = layout.index();
        index.withArray("manifests").add(manifest.descriptor().toJson());
        layout.writeIndex(index);
        Files.delete(packed);
    }

    private static Blob config(Digest files) {
        ObjectNode tree = OciJson.object().put("architecture", "amd64").put("os", "linux");
        tree.putObject("config").putArray("Env").add("PATH=" + TOOLS + ":/usr/bin:/bin");
        ObjectNode roots = tree.putObject("rootfs").put("type", "layers");
        roots.putArray("diff_ids").add(files.value());
        return Blob.of(OciJson.bytes(tree));
    }
}
