package io.jenkins.plugins.servicedelivery.core.config;

import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.PRODUCTION;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.SHOP;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.TEST;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.shopConfig;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.shopLine;
import static io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigResolverTest {
    private static final Name ORDERS = Name.of("orders");
    private static final Name PRODUCTS = Name.of("products");

    @Test
    void shouldLetTheLaterLayerWinAndSayWhichItWas() {
        ConfigResolver resolver = ConfigResolver.of(shopLine(), Optional.of(shopConfig()));

        assertThat(resolver.values(TEST, ORDERS).get("log.level"))
                .isEqualTo(new ConfigValue("info", Layer.GLOBAL, Place.outside("GLOBAL.log.level")));
        assertThat(resolver.values(PRODUCTION, ORDERS).get("log.level"))
                .isEqualTo(new ConfigValue("warn", Layer.ENVIRONMENT, Place.outside("ENVIRONMENT.log.level")));
    }

    @Test
    void shouldGiveAServiceOnlyWhatIsWrittenForAllOrForIt() {
        ConfigResolver resolver = ConfigResolver.of(shopLine(), Optional.of(shopConfig()));

        assertThat(resolver.values(PRODUCTION, ORDERS))
                .containsOnlyKeys("currency", "log.level", "payments.timeout", "payments.url");
        assertThat(resolver.values(PRODUCTION, PRODUCTS)).containsOnlyKeys("currency", "log.level");
        assertThat(resolver.values(TEST, PRODUCTS)).containsOnlyKeys("currency", "log.level");
    }

    @Test
    void shouldResolveEveryLayerInTheirOrderWhateverTheOrderInTheSet() {
        List<ConfigSet.Values> ladder = new ArrayList<>(List.of(
                values(Layer.GLOBAL, "", "", Map.of("k", "global")),
                values(Layer.LINE, "", "", Map.of("k", "line")),
                values(Layer.SERVICE, "", "orders", Map.of("k", "service")),
                values(Layer.ENVIRONMENT, "test", "", Map.of("k", "environment, all")),
                values(Layer.ENVIRONMENT, "test", "orders", Map.of("k", "environment, service"))));

        while (!ladder.isEmpty()) {
            String strongest = ladder.get(ladder.size() - 1).entries().get("k").text();
            List<ConfigSet.Values> shuffled = new ArrayList<>(ladder);
            Collections.reverse(shuffled);

            assertThat(resolver(shuffled).values(TEST, ORDERS).get("k").text()).isEqualTo(strongest);
            ladder.remove(ladder.size() - 1);
        }
    }

    @Test
    void shouldFillInTheAddressOfAService() {
        ConfigResolver resolver = ConfigResolver.of(shopLine(), Optional.of(shopConfig()));

        assertThat(resolver.values(TEST, ORDERS).get("payments.url").text()).isEqualTo("http://payments:8080");
    }

    @Test
    void shouldFillSeveralPlaceholdersAndKeepAnEscapedOne() {
        ConfigResolver resolver = resolver(List.of(
                values(Layer.GLOBAL, "", "", Map.of("k", "a ${address:orders}/x ${address:payments} $${HOME}"))));

        assertThat(resolver.values(TEST, ORDERS).get("k").text())
                .isEqualTo("a http://orders:8080/x http://payments:8080 ${HOME}");
    }

    @Test
    void shouldFailWithTheNearestNameWhenAnAddressedServiceIsUnknown() {
        ConfigResolver resolver = resolver(List.of(values(Layer.GLOBAL, "", "", Map.of("k", "${address:payment}"))));

        assertThatThrownBy(() -> resolver.values(TEST, ORDERS))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("has no service \"payment\"")
                .hasMessageEndingWith("Did you mean \"payments\"?");
    }

    @Test
    void shouldFailWhenAPlaceholderIsNoAddress() {
        ConfigResolver resolver = resolver(List.of(values(Layer.GLOBAL, "", "", Map.of("k", "${adress:payments}"))));

        assertThatThrownBy(() -> resolver.values(TEST, ORDERS))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("\"${adress:payments}\" is no placeholder");
    }

    @Test
    void shouldConfigureNothingWhenTheLineHasNoConfigSet() {
        ConfigResolver resolver = ConfigResolver.of(shopLine(), Optional.empty());

        assertThat(resolver.values(TEST, ORDERS)).isEmpty();
    }

    @Test
    void shouldGiveTheSameRevisionForTheSameValuesAndAnotherForOthers() {
        ConfigResolver resolver = ConfigResolver.of(shopLine(), Optional.of(shopConfig()));

        assertThat(resolver.revision(TEST, ORDERS)).isEqualTo(resolver.revision(Name.of("staging"), ORDERS));
        assertThat(resolver.revision(TEST, ORDERS).id())
                .isNotEqualTo(resolver.revision(PRODUCTION, ORDERS).id());
    }

    private static ConfigResolver resolver(List<ConfigSet.Values> values) {
        return ConfigResolver.of(shopLine(), Optional.of(new ConfigSet(SHOP, SHOP, new TreeMap<>(), values)));
    }
}
