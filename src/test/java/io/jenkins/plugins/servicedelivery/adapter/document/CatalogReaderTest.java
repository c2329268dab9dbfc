package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;
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

    @Test
    void shouldKnowWhereAValueOfTheConfigurationIsWritten() {
        Catalog catalog = CatalogReader.read(Map.of("shop.yaml", DocumentFixtures.shop()));

        assertThat(catalog.configuration(CatalogFixtures.SHOP)
                        .values(CatalogFixtures.PRODUCTION, Name.of("orders"))
                        .get("payments.timeout")
                        .place())
                .isEqualTo(new Place("shop.yaml", 67, 34));
    }

    @Test
    void shouldReadWhatLooksLikeOtherTypesAsText() {
        String text = DocumentFixtures.shop()
                .replace("version: 1.0", "version: 1.20")
                .replace("log.level: info", "log.level: no")
                .replace("currency: EUR", "currency: 0x10")
                .replace("title: Production", "title: ~");

        Catalog catalog = CatalogReader.read(Map.of("shop.yaml", text));

        assertThat(catalog.template(CatalogFixtures.TEMPLATE).version()).isEqualTo("1.20");
        assertThat(catalog.environment(CatalogFixtures.SHOP, CatalogFixtures.PRODUCTION)
                        .title())
                .isEqualTo("~");
        assertThat(catalog.configuration(CatalogFixtures.SHOP)
                        .revision(CatalogFixtures.TEST, Name.of("payments"))
                        .values())
                .isEqualTo(Map.of("log.level", "no", "currency", "0x10"));
    }

    @Test
    void shouldTakeOwnersThatAServiceDoesNotNameFromItsLine() {
        String text = DocumentFixtures.shop()
                .replace("payments: {layer: base,", "payments: {layer: base, owners: {main: [carol]},");

        Catalog catalog = CatalogReader.read(Map.of("shop.yaml", text));

        assertThat(catalog.service(CatalogFixtures.SHOP, Name.of("payments")).owners())
                .isEqualTo(new Owners(List.of("carol"), List.of("bob")));
    }

    @Test
    void shouldFindTenMistakesAtTheirPlaces() {
        assertThatThrownBy(() -> CatalogReader.read(Map.of(
                        "catalog.yaml", DocumentFixtures.resource("ten-mistakes/catalog.yaml"),
                        "more.yaml", DocumentFixtures.resource("ten-mistakes/more.yaml"))))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problems())
                        .extracting(Problem::toString)
                        .containsExactly(
                                "catalog.yaml:10:15: The service \"storefront\" is built from the image template"
                                        + " \"java-servce\", but there is none of this name. Did you mean \"java-service\"?",
                                "catalog.yaml:11:19: \"80800\" is not a whole number from 1 to 65535."
                                        + " Write one, in decimal digits.",
                                "catalog.yaml:15:17: The dependencies form a cycle: orders -> payments -> orders."
                                        + " No service of it could start first. Remove one of these dependencies.",
                                "catalog.yaml:16:5: The key \"tittle\" is not known in services.orders."
                                        + " Did you mean \"title\"?",
                                "catalog.yaml:23:1: The key \"version\" is missing. Add it.",
                                "catalog.yaml:31:10: \"5 minutes\" is not a duration."
                                        + " Write a whole number and a unit: 250ms, 30s, 5m, 24h or 7d.",
                                "more.yaml:4:7: The scan policy \"shop\" is of the product line \"shpo\", but there is none of this"
                                        + " name. Did you mean \"shop\"?",
                                "more.yaml:12:12: The namespace \"kube-system\" is protected: no environment may live"
                                        + " there. Choose another one, or leave it out for <line>-<environment>.",
                                "more.yaml:18:18: The weight 20 does not rise above the 25 of the step before."
                                        + " Write the steps in the order of their weights.",
                                "more.yaml:26:28: The key \"payments.token\" is secret, but has a value in the catalog."
                                        + " Remove the value and treat it as known to others."
                                        + " The values of secrets come with configuration delivery."));
    }
}
