package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.INVENTORY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.LEGACY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OLD_INVENTORY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.ApplyVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.CreateNamespace;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.DeleteNamespace;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.PointStable;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.Publish;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveRoute;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveStable;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.WriteRoute;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentEffectsTest {
    private static final Instant SINCE = Instant.EPOCH;
    private static final Name INVENTORY_SERVICE = Name.of("inventory");
    private static final Name PAYMENTS_SERVICE = Name.of("payments");
    private static final Name ORDERS_SERVICE = Name.of("orders");
    private static final Name LEGACY_SERVICE = Name.of("legacy");
    private static final List<Port> PORTS = List.of(new Port("http", 8080));

    @Test
    void shouldMakeTheNamespaceBeforeItPublishesConfiguration() {
        assertThat(EnvironmentEffects.of(PlanFixtures.create(), new EnvironmentState.Preparing(SINCE)))
                .containsExactly(new CreateNamespace(), new Publish(ORDERS_SERVICE));
    }

    @Test
    void shouldNotMakeANamespaceThatIsThere() {
        assertThat(EnvironmentEffects.of(PlanFixtures.replace(), new EnvironmentState.Preparing(SINCE)))
                .containsExactly(new Publish(INVENTORY_SERVICE));
    }

    @Test
    void shouldStartOnlyTheVersionsOfTheWave() {
        assertThat(effects(new EnvironmentState.Starting(0, SINCE)))
                .containsExactly(new ApplyVersion(INVENTORY_SERVICE, 1), new ApplyVersion(PAYMENTS_SERVICE, 3));
    }

    @Test
    void shouldKeepTheReplacedVersionReferencedWhenRequestsMove() {
        assertThat(effects(new EnvironmentState.Switching(0, SINCE)))
                .containsExactly(
                        new PointStable(INVENTORY_SERVICE, INVENTORY.name(), PORTS),
                        new WriteRoute(
                                INVENTORY_SERVICE, Route.split(OLD_INVENTORY.name(), INVENTORY.name(), Weight.ALL)),
                        new PointStable(PAYMENTS_SERVICE, PAYMENTS.name(), PORTS));
    }

    @Test
    void shouldSendRequestsOfANewServiceToItsOnlyVersion() {
        assertThat(effects(new EnvironmentState.Switching(1, SINCE)))
                .containsExactly(
                        new PointStable(ORDERS_SERVICE, ORDERS.name(), PORTS),
                        new WriteRoute(ORDERS_SERVICE, Route.allTo(ORDERS.name())));
    }

    @Test
    void shouldTakeWeightThenReferenceThenVersion() {
        assertThat(effects(new EnvironmentState.Draining(2, SINCE)))
                .containsExactly(new WriteRoute(
                        INVENTORY_SERVICE, Route.split(OLD_INVENTORY.name(), INVENTORY.name(), Weight.ALL)));
        assertThat(effects(new EnvironmentState.Unlinking(2, SINCE)))
                .containsExactly(new WriteRoute(INVENTORY_SERVICE, Route.allTo(INVENTORY.name())));
        assertThat(effects(new EnvironmentState.Removing(SINCE)))
                .containsExactly(new RemoveVersion(INVENTORY_SERVICE, OLD_INVENTORY.name()));
    }

    @Test
    void shouldPruneTheRouteBeforeTheServiceAndItsVersions() {
        assertThat(effects(new EnvironmentState.Retiring(SINCE))).containsExactly(new RemoveRoute(LEGACY_SERVICE));
        assertThat(effects(new EnvironmentState.Pruning(SINCE)))
                .containsExactly(new RemoveStable(LEGACY_SERVICE), new RemoveVersion(LEGACY_SERVICE, LEGACY.name()));
    }

    @Test
    void shouldMoveRequestsBackOnlyWhereTheyWereMoved() {
        assertThat(effects(new EnvironmentState.Returning(0, "why", SINCE))).isEmpty();
        assertThat(effects(new EnvironmentState.Returning(1, "why", SINCE)))
                .containsExactly(
                        new WriteRoute(
                                INVENTORY_SERVICE, Route.split(OLD_INVENTORY.name(), INVENTORY.name(), Weight.NONE)),
                        new PointStable(INVENTORY_SERVICE, OLD_INVENTORY.name(), PORTS));
    }

    @Test
    void shouldWithdrawInTheReverseOrderOfTheWaves() {
        assertThat(effects(new EnvironmentState.Withdrawing(2, "why", SINCE)))
                .containsExactly(
                        new RemoveRoute(ORDERS_SERVICE),
                        new WriteRoute(INVENTORY_SERVICE, Route.allTo(OLD_INVENTORY.name())),
                        new RemoveStable(ORDERS_SERVICE),
                        new RemoveVersion(ORDERS_SERVICE, ORDERS.name()),
                        new ApplyVersion(PAYMENTS_SERVICE, 2),
                        new RemoveVersion(INVENTORY_SERVICE, INVENTORY.name()));
    }

    @Test
    void shouldRemoveTheNamespaceItMadeWhenItWithdraws() {
        assertThat(EnvironmentEffects.of(PlanFixtures.create(), new EnvironmentState.Withdrawing(1, "why", SINCE)))
                .containsExactly(new RemoveRoute(ORDERS_SERVICE), new DeleteNamespace());
    }

    @Test
    void shouldDoNothingAtTheEnd() {
        assertThat(effects(new EnvironmentState.Ready("", SINCE))).isEmpty();
        assertThat(effects(new EnvironmentState.Failed("why", "", SINCE))).isEmpty();
    }

    private static List<EnvironmentEffect> effects(EnvironmentState state) {
        return EnvironmentEffects.of(PlanFixtures.change(), state);
    }
}
