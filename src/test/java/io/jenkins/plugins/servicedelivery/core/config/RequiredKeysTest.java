package io.jenkins.plugins.servicedelivery.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequiredKeysTest {
    private static final Name TEST = Name.of("test");
    private static final Name PRODUCTION = Name.of("production");
    private static final Name ORDERS = Name.of("orders");
    private static final Name PAYMENTS = Name.of("payments");

    @Test
    void shouldMissAKeyThatNobodyGets() {
        assertThat(missing(true, false)).containsExactly(Optional.empty());
    }

    @Test
    void shouldMissNothingWhenAValueReachesEverybody() {
        assertThat(missing(true, false, values(Layer.LINE, "", ""))).isEmpty();
    }

    @Test
    void shouldMissAKeyThatAServiceGetsInAnotherEnvironmentOnly() {
        assertThat(missing(true, false, values(Layer.ENVIRONMENT, "production", "orders")))
                .containsExactly(Optional.of(ORDERS));
    }

    @Test
    void shouldNotAskItOfServicesThatNeverGetIt() {
        assertThat(missing(true, false, values(Layer.SERVICE, "", "orders"))).isEmpty();
    }

    @Test
    void shouldNotAskItOfServicesOutsideTheEnvironment() {
        RequiredKeys keys =
                new RequiredKeys(line(), set(true, false, values(Layer.ENVIRONMENT, "production", "orders")));

        assertThat(keys.missing(TEST, List.of(PAYMENTS))).isEmpty();
        assertThat(keys.missing(PRODUCTION, List.of(ORDERS))).isEmpty();
    }

    @Test
    void shouldNotMissWhatIsNotRequired() {
        assertThat(missing(false, false)).isEmpty();
    }

    @Test
    void shouldNotMissASecretThatTheCatalogMustNotHold() {
        assertThat(missing(true, true)).isEmpty();
    }

    private static List<Optional<Name>> missing(boolean required, boolean secret, ConfigSet.Values... values) {
        return new RequiredKeys(line(), set(required, secret, values))
                .missing(TEST, List.of(ORDERS, PAYMENTS)).stream()
                        .map(RequiredKeys.Missing::service)
                        .toList();
    }

    private static ConfigSet set(boolean required, boolean secret, ConfigSet.Values... values) {
        KeySchema key = new KeySchema(
                "currency", KeyClass.INTERNAL, ValueType.TEXT, required, secret, false, Place.outside("keys.currency"));
        return new ConfigSet(
                Name.of("shop"), Name.of("shop"), new TreeMap<>(Map.of("currency", key)), Arrays.asList(values));
    }

    private static ConfigSet.Values values(Layer layer, String environment, String service) {
        return new ConfigSet.Values(
                layer,
                environment.isEmpty() ? Optional.empty() : Optional.of(Name.of(environment)),
                service.isEmpty() ? Optional.empty() : Optional.of(Name.of(service)),
                new TreeMap<>(Map.of("currency", new ConfigSet.Written("EUR", Place.outside("values")))));
    }

    private static ProductLine line() {
        SortedMap<Name, Service> services = new TreeMap<>();
        for (Name name : List.of(ORDERS, PAYMENTS)) {
            services.put(
                    name,
                    new Service(
                            name,
                            "",
                            Optional.empty(),
                            "",
                            List.of(),
                            Name.of("java"),
                            List.of(new Port("http", 8080)),
                            new TreeSet<>(),
                            Owners.NOBODY));
        }
        return new ProductLine(Name.of("shop"), "", "registry.local/shop", List.of(), Owners.NOBODY, services);
    }
}
