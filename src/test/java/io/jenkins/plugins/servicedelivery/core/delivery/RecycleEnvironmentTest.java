package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecycleEnvironmentTest {
    private final EnvironmentStage stage = new EnvironmentStage();

    @Test
    void shouldRemoveRoutesAndNamespaceAndWaitUntilTheyAreGone() throws InterruptedException {
        stage.deploy(images("1"));

        Optional<Record<?, ?>> record = stage.recycle("test");

        assertThat(record.orElseThrow().state()).isInstanceOf(RecycleState.Recycled.class);
        assertThat(stage.view().presence()).isEqualTo(NamespaceView.Presence.ABSENT);
        assertThat(stage.installation().ports().router().observe(new RouteKey(NAMESPACE, Name.of("orders"))))
                .isEmpty();
    }

    @Test
    void shouldRemoveTheRoutesBeforeTheNamespace() throws InterruptedException {
        stage.deploy(images("1"));
        stage.story().clear();

        stage.recycle("test");

        assertThat(stage.story()).containsExactly("removing the routes", "removing the namespace", "recycled");
    }

    @Test
    void shouldWriteNothingWhenThereIsNothingToRemove() throws InterruptedException {
        Optional<Record<?, ?>> record = stage.recycle("test");

        assertThat(record).isEmpty();
        assertThat(stage.installation().ports().records().list()).isEmpty();
        assertThat(stage.installation().hands().objectWrites()).isZero();
    }

    @Test
    void shouldBeRepeatable() throws InterruptedException {
        stage.deploy(images("1"));
        stage.recycle("test");

        assertThat(stage.recycle("test")).isEmpty();
        assertThat(stage.deploy(images("1")).isReady()).isTrue();
        assertThat(stage.recycle("test")).isPresent();
    }

    @Test
    void shouldRefuseAProductionEnvironment() {
        assertThatThrownBy(() -> stage.recycle("production"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shop/production is marked \"production: true\"");
    }

    @Test
    void shouldRefuseANamespaceOfOthers() {
        stage.installation().hands().putForeignNamespace(NAMESPACE);

        assertThatThrownBy(() -> stage.recycle("test"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was not made by Service Delivery");
        assertThat(stage.view().presence()).isEqualTo(NamespaceView.Presence.PRESENT);
    }
}
