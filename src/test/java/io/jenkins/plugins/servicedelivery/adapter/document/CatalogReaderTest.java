package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
    @Test
    void shouldReadEveryKind() {
        Catalog catalog = CatalogReader.read(Map.of("shop.yaml", DocumentFixtures.shop()));

        assertThat(catalog)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Place.class)
                .isEqualTo(CatalogFixtures.shop());
    }
}
