package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("parts")
class LayoutRegistryPartsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldStoreAnImageThatSkopeoOpens() throws Exception {
        Programs.assumePresent("skopeo");
        BuildWorld world = new BuildWorld(folder);

        BuiltImage image = world.build(world.request());

        String seen =
                Programs.run(folder, "skopeo", "inspect", "oci:" + folder.resolve("store") + ":" + image.reference());
        assertThat(seen)
                .contains("\"Digest\": \"" + image.reference().digest().orElseThrow() + "\"")
                .contains("\"" + ImageLabels.SERVICE + "\": \"orders\"");
    }

    @Test
    void shouldLeaveNothingNamedWhenTheDiskIsReallyFull() throws Exception {
        Programs.assumeRoot();
        Programs.assumePresent("mount", "umount");
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Programs.run(folder, "mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        try {
            BuildWorld world = new BuildWorld(folder, new LayoutRegistry(disk.resolve("store")));
            byte[] noise = new byte[1024 * 1024];
            new Random(1).nextBytes(noise);
            Files.write(world.sources().resolve("conf/noise"), noise);

            assertThatExceptionOfType(FailedException.class)
                    .isThrownBy(() -> world.build(world.plainRequest()))
                    .withMessageContaining("the disk is full");

            assertThat(disk.resolve("store/index.json")).doesNotExist();
            assertThat(disk.resolve("store/blobs/sha256")).isEmptyDirectory();
        } finally {
            Programs.run(folder, "umount", disk.toString());
        }
    }
}
