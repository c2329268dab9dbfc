package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.TEMPLATE;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.image;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfiguredVersionTest {
    private static final Service ORDERS = service("orders");

    @Test
    void shouldBeNamedAfterServiceAndParts() {
        ConfiguredVersion version = version("1", "info");

        assertThat(version.name()).matches("orders-[0-9a-f]{8}");
        assertThat(version).isEqualTo(version("1", "info"));
    }

    @Test
    void shouldBeAnotherVersionWhenImageOrConfigurationDiffers() {
        String name = version("1", "info").name();

        assertThat(version("2", "info").name()).isNotEqualTo(name);
        assertThat(version("1", "warn").name()).isNotEqualTo(name);
    }

    @Test
    void shouldRefuseTheConfigurationOfAnotherService() {
        Version version = version("1", "info").version();
        ConfigRevision foreign = ConfigRevision.of(Name.of("payments"), new TreeMap<>(Map.of("log.level", "info")));

        assertThatIllegalArgumentException().isThrownBy(() -> new ConfiguredVersion(version, foreign));
    }

    private static ConfiguredVersion version(String build, String level) {
        return ConfiguredVersion.of(
                ORDERS, TEMPLATE, image("orders", build), new TreeMap<>(Map.of("log.level", level)));
    }
}
