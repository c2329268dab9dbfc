package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.image.RegistryContract;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("parts")
class DistributionRegistryPartsTest extends RegistryContract {
    private static final Login ALICE = new Login("alice", Secret.of("canary-p4ssw0rd"));

    @TempDir
    private Path folder;

    private DockerRegistry server;

    @BeforeEach
    void start() throws Exception {
        Programs.assumePresent("docker-registry");
        server = DockerRegistry.open(folder);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Registry registry() {
        return server.client(Optional.empty());
    }

    @Override
    protected ImageReference put(ImageReference repository, ImageLabels labels) throws Exception {
        return OciImages.put(server.client(Optional.empty()), repository, labels);
    }

    @Override
    protected ImageReference repository(String path) {
        return ImageReference.parse(server.host() + "/" + path);
    }

    @Test
    void shouldOpenAProtectedRegistryWithTheRightLogin() throws Exception {
        Programs.assumePresent("htpasswd");
        try (DockerRegistry guarded = DockerRegistry.protectedBy(ALICE, folder)) {
            ImageReference repository = ImageReference.parse(guarded.host() + "/shop/orders");

            ImageReference image =
                    OciImages.put(guarded.client(Optional.of(ALICE)), repository, new ImageLabels(new TreeMap<>()));

            assertThat(guarded.client(Optional.of(ALICE)).find(image)).isEqualTo(image.digest());
        }
    }

    @Test
    void shouldSayThatAProtectedRegistryDoesNotAcceptAnotherLogin() throws Exception {
        Programs.assumePresent("htpasswd");
        Login wrong = new Login("alice", Secret.of("canary-wrong"));
        try (DockerRegistry guarded = DockerRegistry.protectedBy(ALICE, folder)) {
            ImageReference image = ImageReference.parse(guarded.host() + "/shop/orders:one");

            assertThatExceptionOfType(DeniedException.class)
                    .isThrownBy(() -> guarded.client(Optional.of(wrong)).find(image))
                    .withMessageStartingWith("Looking up " + image + " failed: ")
                    .withMessageContaining("does not accept the credential")
                    .withMessageNotContaining("canary");
        }
    }

    @Test
    void shouldStoreAnImageThatSkopeoOpens() throws Exception {
        Programs.assumePresent("skopeo");
        BuildWorld world = new BuildWorld(folder.resolve("world"), server.client(Optional.empty()));

        BuiltImage image = world.build(world.request().repository(server.host() + "/shop"));

        String seen = Programs.run(folder, "skopeo", "inspect", "--tls-verify=false", "docker://" + image.reference());
        assertThat(seen)
                .contains("\"Digest\": \"" + image.reference().digest().orElseThrow() + "\"")
                .contains("\"" + ImageLabels.SERVICE + "\": \"orders\"");
    }

    @Test
    void shouldBuildOnABaseThatIsPulledFromTheRegistry() throws Exception {
        BuildWorld world = new BuildWorld(folder.resolve("world"), server.client(Optional.empty()));
        var request = world.plainRequest().repository(server.host() + "/shop");
        BuiltImage base = world.build(request.service("base").layer("conf", "/base"));

        BuiltImage image = world.build(
                request.service("orders")
                        .layer("src", "/src")
                        .base(new io.jenkins.plugins.servicedelivery.core.image.BaseImage.InRegistry(base.reference())),
                world.builder(reference -> server.client(Optional.empty())));

        assertThat(world.files(image.reference())).containsKeys("/base/settings.txt", "/src/Main.java");
    }
}
