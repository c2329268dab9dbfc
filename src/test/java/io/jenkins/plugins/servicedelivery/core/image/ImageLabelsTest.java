package io.jenkins.plugins.servicedelivery.core.image;

import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImageLabelsTest {
    @Test
    void shouldSayWhatTheImageIsAFunctionOf() {
        BuildPlan plan = aRequest()
                .ports(new Port("http", 8080), new Port("admin", 8081))
                .plan();

        Map<String, String> labels =
                ImageLabels.of(plan, ImageFixtures.inputs("a")).values();

        assertThat(labels)
                .containsEntry(ImageLabels.LINE, "shop")
                .containsEntry(ImageLabels.SERVICE, "orders")
                .containsEntry(ImageLabels.TEMPLATE, "java-service")
                .containsEntry(ImageLabels.TEMPLATE_VERSION, "1.0")
                .containsEntry(ImageLabels.PORTS, "http=8080,admin=8081")
                .containsEntry(ImageLabels.OWNERS, "alice")
                .containsEntry(ImageLabels.BACKUPS, "bob")
                .containsEntry(
                        ImageLabels.SOURCES, ImageFixtures.inputs("a").sources().value());
    }

    @Test
    void shouldCarryTheEntriesForTheSimulatedCluster() {
        BuildInputs inputs = new BuildInputs(
                new TreeMap<>(), Optional.of(Digest.of("base")), new TreeMap<>(Map.of("errors", "0.2")), "1");

        ImageLabels labels = ImageLabels.of(aRequest().plan(), inputs);

        assertThat(labels.values()).containsEntry("io.jenkins.service-delivery.simulation.errors", "0.2");
        assertThat(labels.simulation()).containsExactly(Map.entry("errors", "0.2"));
    }
}
