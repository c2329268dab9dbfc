package io.jenkins.plugins.servicedelivery.core.catalog;

import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.PRODUCTION;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog catalog = CatalogFixtures.shop();

    @Test
    void shouldFindWhatIsThere() {
        assertThat(catalog.line(SHOP).name()).isEqualTo(SHOP);
        assertThat(catalog.service(SHOP, Name.of("orders")).name()).isEqualTo(Name.of("orders"));
        assertThat(catalog.template(CatalogFixtures.TEMPLATE).version()).isEqualTo("1.0");
        assertThat(catalog.strategy(CatalogFixtures.CAREFUL).steps()).hasSize(3);
        assertThat(catalog.environment(SHOP, PRODUCTION).production()).isTrue();
        assertThat(catalog.environments(SHOP)).hasSize(3);
        assertThat(catalog.configSet(SHOP)).isPresent();
        assertThat(catalog.scanPolicy(SHOP)).isPresent();
        assertThat(catalog.branchFlow(SHOP)).isPresent();
    }

    @Test
    void shouldSuggestTheNearestName() {
        assertThatThrownBy(() -> catalog.environment(SHOP, Name.of("prodution")))
                .isInstanceOf(FailedException.class)
                .hasMessage(
                        "Looking up the environment \"prodution\" failed: the catalog has no environment of this name."
                                + " Did you mean \"production\"?");
    }

    @Test
    void shouldListWhatThereIsWhereNothingIsNear() {
        assertThatThrownBy(() -> catalog.line(Name.of("other"))).hasMessageEndingWith("Known: shop.");
    }

    @Test
    void shouldHaveNoConfigSetOfALineWithoutOne() {
        assertThat(catalog.configSet(Name.of("other"))).isEmpty();
        assertThat(catalog.environments(Name.of("other"))).isEmpty();
    }
}
