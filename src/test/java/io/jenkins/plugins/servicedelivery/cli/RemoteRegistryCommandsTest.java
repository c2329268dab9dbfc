package io.jenkins.plugins.servicedelivery.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.jenkins.plugins.servicedelivery.cli.ShopRoom.Done;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRegistryCommandsTest {
    private static final String PASSWORD = "do-not-show-me";

    private final WireMockServer registry =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    private ShopRoom shop;

    @BeforeEach
    void start() {
        registry.start();
        shop = new ShopRoom(folder).unpacked().with(Map.of(ToolKit.PASSWORD_VARIABLE, PASSWORD));
    }

    @AfterEach
    void stop() {
        registry.stop();
    }

    @Test
    void shouldEndWith4WhereTheCredentialIsWrong() {
        registry.stubFor(any(anyUrl()).willReturn(status(401).withHeader("WWW-Authenticate", "Basic realm=\"r\"")));

        Done build = build("127.0.0.1:" + registry.port());

        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("ci:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        registry.verify(anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo(basic)));
        assertThat(build.exitCode()).isEqualTo(4);
        assertThat(build.json().at("/error/retryable").asBoolean()).isFalse();
        assertThat(build.out() + build.err()).doesNotContain(PASSWORD).doesNotContain("\tat ");
    }

    @Test
    void shouldEndWith5WhereTheRegistryDoesNotAnswer() {
        int port = registry.port();
        registry.stop();

        Done build = build("127.0.0.1:" + port);

        assertThat(build.exitCode()).isEqualTo(5);
        assertThat(build.json().at("/error/retryable").asBoolean()).isTrue();
        assertThat(build.err()).contains("127.0.0.1:" + port);
    }

    @Test
    void shouldCallAnAddressThatIsNoRegistryAWrongUsage() {
        Done build = build("http://registry.local/shop");

        assertThat(build.exitCode()).isEqualTo(2);
        assertThat(build.err()).contains("host[:port]");
    }

    @Test
    void shouldRefuseALoginWithoutARegistry() {
        Done build = shop.run("build", "--registry-user", "ci");

        assertThat(build.exitCode()).isEqualTo(2);
        assertThat(build.err()).contains("--registry is missing");
    }

    private Done build(String host) {
        return shop.run(
                "build", "orders", "--registry", host, "--registry-plain-http", "--registry-user", "ci", "--json");
    }
}
