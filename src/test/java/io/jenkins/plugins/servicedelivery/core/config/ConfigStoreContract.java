package io.jenkins.plugins.servicedelivery.core.config;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.FENCE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NEWER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConfigStore} does. */
public abstract class ConfigStoreContract {
    private static final ConfigRevision FIRST = revision(ORDERS, "1");
    private static final ConfigRevision SECOND = revision(ORDERS, "2");

    private final ContractWorld world = world();

    /** A fresh cluster. */
    protected abstract ContractWorld world();

    @BeforeEach
    void makeNamespaces() {
        world.ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        world.ports().cluster().createNamespace("another", OWNER, FENCE);
    }

    @Test
    void shouldHaveNothingThatWasNeverPublished() {
        assertThat(store().read(NAMESPACE, FIRST.id())).isEmpty();
        assertThat(store().history(NAMESPACE, ORDERS)).isEmpty();
    }

    @Test
    void shouldGiveBackWhatWasPublished() {
        store().publish(NAMESPACE, FIRST, FENCE);

        assertThat(store().read(NAMESPACE, FIRST.id())).contains(FIRST);
    }

    @Test
    void shouldKeepTheOrderOfTheFirstPublications() {
        store().publish(NAMESPACE, SECOND, FENCE);
        store().publish(NAMESPACE, FIRST, FENCE);
        store().publish(NAMESPACE, SECOND, FENCE);

        assertThat(store().history(NAMESPACE, ORDERS)).containsExactly(SECOND.id(), FIRST.id());
    }

    @Test
    void shouldKeepNamespacesAndServicesApart() {
        store().publish(NAMESPACE, FIRST, FENCE);
        store().publish("another", SECOND, FENCE);
        store().publish(NAMESPACE, revision(Name.of("payments"), "1"), FENCE);

        assertThat(store().history(NAMESPACE, ORDERS)).containsExactly(FIRST.id());
        assertThat(store().history("another", ORDERS)).containsExactly(SECOND.id());
        assertThat(store().read("another", FIRST.id())).isEmpty();
    }

    @Test
    void shouldRefuseAFenceOlderThanOneSeen() {
        store().publish(NAMESPACE, FIRST, NEWER);

        assertThatExceptionOfType(FencedException.class).isThrownBy(() -> store().publish(NAMESPACE, SECOND, FENCE));
        assertThat(store().history(NAMESPACE, ORDERS)).containsExactly(FIRST.id());
    }

    private ConfigStore store() {
        return world.ports().configs();
    }

    private static ConfigRevision revision(Name service, String value) {
        return ConfigRevision.of(service, new TreeMap<>(Map.of("payments.url", "http://payments:" + value)));
    }
}
