package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.CONFIGURATION;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.OWNER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.PORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link Renderer} does. */
public abstract class RendererContract {
    private static final Version VERSION = ContractWorld.version("1");

    private final Renderer renderer = renderer();

    protected abstract Renderer renderer();

    @Test
    void shouldMakeTheSameObjectsOfTheSameVersion() {
        assertThat(version(2)).isEqualTo(version(2));
        assertThat(version(2)).isNotEqualTo(version(3));
    }

    @Test
    void shouldNameTheObjectsOfAVersionAfterIt() {
        assertThat(version(1)).extracting(object -> object.ref().name()).containsOnly(VERSION.name());
    }

    @Test
    void shouldKnowTheObjectsOfAVersionByItsName() {
        assertThat(version(1)).extracting(ClusterObject::ref).isEqualTo(renderer.refsOfVersion(VERSION.name()));
    }

    @Test
    void shouldKnowTheObjectsOfAStableServiceByItsName() {
        List<ClusterObject> stable = renderer.stable(OWNER, ORDERS, PORTS, VERSION.name());

        assertThat(stable).extracting(ClusterObject::ref).isEqualTo(renderer.refsOfStable(ORDERS));
        assertThat(stable).extracting(object -> object.ref().name()).containsOnly(ORDERS.value());
    }

    @Test
    void shouldChangeOnlyTheStableServiceWhenAnotherVersionIsSelected() {
        List<ClusterObject> one = renderer.stable(OWNER, ORDERS, PORTS, "orders-1");
        List<ClusterObject> other = renderer.stable(OWNER, ORDERS, PORTS, "orders-2");

        assertThat(one).isNotEqualTo(other);
        assertThat(one).extracting(ClusterObject::ref).isEqualTo(refs(other));
    }

    @Test
    void shouldShowEveryPort() {
        List<Port> ports = List.of(new Port("http", 8081), new Port("metrics", 9091));

        String written = renderer.stable(OWNER, ORDERS, ports, "orders-1").toString();

        assertThat(written).contains("8081").contains("9091").contains("metrics");
    }

    @Test
    void shouldHoldTheValuesOfTheConfiguration() {
        ConfigRevision configuration = ConfigRevision.of(ORDERS, new TreeMap<>(Map.of("log.level", "chatty")));
        Version version = Version.of(ORDERS, VERSION.image(), configuration.id(), PORTS, "/health");

        assertThat(renderer.version(OWNER, version, configuration, 1).toString())
                .contains("log.level")
                .contains("chatty");
    }

    @Test
    void shouldRefuseAConfigurationOfAnotherVersion() {
        ConfigRevision other = ConfigRevision.of(ORDERS, new TreeMap<>(Map.of("some", "thing")));

        assertThatIllegalArgumentException().isThrownBy(() -> renderer.version(OWNER, VERSION, other, 1));
    }

    private List<ClusterObject> version(int replicas) {
        return renderer.version(OWNER, VERSION, CONFIGURATION, replicas);
    }

    private static List<ObjectRef> refs(List<ClusterObject> objects) {
        return objects.stream().map(ClusterObject::ref).toList();
    }
}
