package io.jenkins.plugins.servicedelivery.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogCheckTest {
    private static final Place PLACE = new Place("shop.yaml", 1, 1);

    @Test
    void shouldHaveNothingAgainstTheShop() {
        CatalogCheck.Outcome outcome = CatalogCheck.check(draft(CatalogFixtures.shop(), Places.of(PLACE), true));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.catalog()).isEqualTo(CatalogFixtures.shop());
    }

    @Test
    void shouldReportAReferenceThatLeadsNowhere() {
        Catalog shop = CatalogFixtures.shop();
        shop = new Catalog(
                shop.lines(), new java.util.TreeMap<>(), List.of(), List.of(), shop.strategies(), List.of(), List.of());

        assertThat(CatalogCheck.check(draft(shop, Places.of(PLACE), true)).problems())
                .hasSize(5)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("unknown-template"));
        assertThat(CatalogCheck.check(draft(shop, Places.of(PLACE), false)).problems())
                .as("a template that could not be read may be the one that is meant")
                .isEmpty();
    }

    @Test
    void shouldReportNothingThatFollowsFromAnUnreadPart() {
        Places places = new Places(Map.of(DocumentPath.ROOT, PLACE), Set.of(DocumentPath.of("services")));
        Catalog shop = CatalogFixtures.shop();
        Catalog withoutTemplates = new Catalog(
                shop.lines(), new java.util.TreeMap<>(), List.of(), List.of(), shop.strategies(), List.of(), List.of());

        assertThat(CatalogCheck.check(draft(withoutTemplates, places, true)).problems())
                .isEmpty();
    }

    @Test
    void shouldFindThePlaceOfTheNearestPartThatHasOne() {
        Place orders = new Place("shop.yaml", 7, 3);
        Places places =
                new Places(Map.of(DocumentPath.ROOT, PLACE, DocumentPath.of("services", "orders"), orders), Set.of());

        assertThat(places.at(DocumentPath.of("services", "orders", "ports", "http")))
                .isEqualTo(orders);
        assertThat(places.at(DocumentPath.of("services", "payments"))).isEqualTo(PLACE);
    }

    @Test
    void shouldWritePathsThatCanBeToldApart() {
        assertThat(DocumentPath.of("keys").key("a.b").key("type")).hasToString("keys[\"a.b\"].type");
        assertThat(DocumentPath.of("steps").item(2).key("weight")).hasToString("steps[2].weight");
        assertThat(DocumentPath.of("services", "orders").isWithin(Set.of(DocumentPath.of("services", "order"))))
                .isFalse();
        assertThat(DocumentPath.of("services", "orders").isWithin(Set.of(DocumentPath.of("services"))))
                .isTrue();
    }

    @Test
    void shouldKnowEveryNameOfTheShop() {
        assertThat(CatalogFixtures.shop()
                        .service(CatalogFixtures.SHOP, Name.of("orders"))
                        .name())
                .isEqualTo(Name.of("orders"));
    }

    private static CatalogDraft draft(Catalog catalog, Places places, boolean complete) {
        return new CatalogDraft(
                sited(catalog.lines().values(), places),
                sited(catalog.templates().values(), places),
                sited(catalog.environments(), places),
                sited(catalog.configSets(), places),
                sited(catalog.strategies().values(), places),
                sited(catalog.scanPolicies(), places),
                sited(catalog.branchFlows(), places),
                complete);
    }

    private static <T> List<Sited<T>> sited(Collection<T> values, Places places) {
        return values.stream().map(value -> new Sited<>(value, places)).toList();
    }
}
