package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BaseGraftTest {
    private static final String BASE =
            """
            {"architecture":"arm64","os":"linux","variant":"v8","created":"2020-01-01T00:00:00Z",
             "config":{"Env":["PATH=/jre/bin","LANG=C"],"Cmd":["sh"],"User":"root","WorkingDir":"/",
                       "Labels":{"vendor":"base","kept":"yes"},"ExposedPorts":{"22/tcp":{}}},
             "rootfs":{"type":"layers","diff_ids":["sha256:base"]},"history":[{"comment":"base"}]}
            """;
    private static final String UPPER =
            """
            {"architecture":"amd64","os":"linux","created":"1970-01-01T00:00:00Z",
             "config":{"Env":["LANG=C.UTF-8","PORT=8080"],"Entrypoint":["java","Main"],"User":"65532",
                       "Labels":{"vendor":"shop"},"ExposedPorts":{"8080/tcp":{}}},
             "rootfs":{"type":"layers","diff_ids":["sha256:upper"]},"history":[{"comment":"upper"}]}
            """;

    @Test
    void shouldKeepThePlatformOfTheBaseAndTheTimeOfTheUpper() {
        ObjectNode config = grafted();

        assertThat(config.path("architecture").asText()).isEqualTo("arm64");
        assertThat(config.path("variant").asText()).isEqualTo("v8");
        assertThat(config.path("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void shouldPutTheLayersOnTopOfThoseOfTheBase() {
        ObjectNode config = grafted();

        assertThat(config.path("rootfs").path("diff_ids"))
                .extracting(node -> node.asText())
                .containsExactly("sha256:base", "sha256:upper");
        assertThat(config.path("history"))
                .extracting(node -> node.path("comment").asText())
                .containsExactly("base", "upper");
        assertThat(graft().manifest().layers()).hasSize(2);
    }

    @Test
    void shouldStartTheUpperProcessAndForgetTheCommandOfTheBase() {
        ObjectNode config = grafted();

        assertThat(config.path("config").path("Entrypoint"))
                .extracting(node -> node.asText())
                .containsExactly("java", "Main");
        assertThat(config.path("config").has("Cmd")).isFalse();
        assertThat(config.path("config").path("User").asText()).isEqualTo("65532");
        assertThat(config.path("config").path("WorkingDir").asText()).isEqualTo("/");
    }

    @Test
    void shouldMergeVariablesLabelsAndPorts() {
        var process = grafted().path("config");

        assertThat(process.path("Env"))
                .extracting(node -> node.asText())
                .containsExactly("LANG=C.UTF-8", "PATH=/jre/bin", "PORT=8080");
        assertThat(process.path("Labels").path("vendor").asText()).isEqualTo("shop");
        assertThat(process.path("Labels").path("kept").asText()).isEqualTo("yes");
        assertThat(process.path("ExposedPorts").properties()).hasSize(2);
    }

    private static ObjectNode grafted() {
        return OciJson.parse("test", bytes(graft()));
    }

    private static byte[] bytes(BaseGraft graft) {
        try {
            return graft.config().content().open().readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BaseGraft graft() {
        return new BaseGraft(image("base"), tree(BASE), image("upper"), tree(UPPER));
    }

    private static Manifest image(String layer) {
        return OciImages.manifest(Blob.of(new byte[0]), Blob.of(layer.getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode tree(String text) {
        return OciJson.parse("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
