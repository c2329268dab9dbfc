package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChosenLineTest {
    private static final String TEA = line("tea");
    private static final String COFFEE = line("coffee");

    private final Catalog one = CatalogReader.read(Map.of("tea.yaml", TEA));
    private final Catalog two = CatalogReader.read(Map.of("tea.yaml", TEA, "coffee.yaml", COFFEE));

    @Test
    void shouldBeTheOnlyOne() {
        assertThat(ChosenLine.of(one, null).name()).isEqualTo(Name.of("tea"));
        assertThat(ChosenLine.of(one, null).host()).isEqualTo("registry.local:5000");
    }

    @Test
    void shouldHaveToBeNamedWhereThereAreSeveral() {
        assertThat(ChosenLine.of(two, "coffee").name()).isEqualTo(Name.of("coffee"));
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> ChosenLine.of(two, null))
                .withMessage("Choosing the product line failed: the catalog has 2 of them. Name one with the argument"
                        + " \"line\": coffee, tea.");
        assertThatExceptionOfType(FailedException.class).isThrownBy(() -> ChosenLine.of(two, "te"));
    }

    @Test
    void shouldHaveItsImagesOnAnotherHostAndLeaveOthersWhereTheyAre() {
        Catalog moved = ChosenLine.of(two, "tea").at("registry.example.com");

        assertThat(moved.line(Name.of("tea")).repository()).isEqualTo("registry.example.com/drinks/tea");
        assertThat(moved.line(Name.of("coffee")).repository()).isEqualTo("registry.local:5000/drinks/coffee");
    }

    private static String line(String name) {
        return """
                apiVersion: service-delivery/v1
                kind: ProductLine
                name: %s
                repository: registry.local:5000/drinks/%s
                owners: {main: [alice], backup: [bob]}
                services:
                  cup-of-%s: {template: text-%s, ports: {http: 8080}}
                ---
                apiVersion: service-delivery/v1
                kind: ImageTemplate
                name: text-%s
                version: 1.0
                base: {empty: true}
                layers:
                  files: {from: leaves, into: /app}
                user: "65532"
                entrypoint: [cat, /app/leaves]
                probe: /health
                """
                .formatted(name, name, name, name, name);
    }
}
