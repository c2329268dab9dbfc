package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.live;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.version;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Limits;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Pruned;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Wave;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Reason;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plans for the shop's test environment. In the first wave inventory is replaced and payments scaled, in the second
 * orders is created; legacy is pruned, and products stays as it is.
 */
final class PlanFixtures {
    static final Ownership OWNER = new Ownership(Name.of("shop"), Name.of("test"));
    static final String NAMESPACE = "shop-test";
    static final Duration READY = Duration.ofMinutes(5);
    static final Duration IN_EFFECT = Duration.ofMinutes(1);
    static final Duration DRAIN = Duration.ofSeconds(10);
    static final Duration GONE = Duration.ofMinutes(2);
    static final Limits LIMITS = new Limits(READY, IN_EFFECT, DRAIN, GONE);

    static final ConfiguredVersion OLD_INVENTORY = version("inventory", "1");
    static final ConfiguredVersion INVENTORY = version("inventory", "2");
    static final ConfiguredVersion PAYMENTS = version("payments", "1");
    static final ConfiguredVersion ORDERS = version("orders", "1");
    static final ConfiguredVersion LEGACY = version("legacy", "1");
    static final ConfiguredVersion PRODUCTS = version("products", "1");

    static final ServiceChange REPLACE_INVENTORY = new ServiceChange(
            Kind.REPLACE, List.of(Reason.IMAGE), INVENTORY, true, 1, Optional.of(live(OLD_INVENTORY, 1, 1)));
    static final ServiceChange SCALE_PAYMENTS = new ServiceChange(
            Kind.SCALE, List.of(Reason.REPLICAS), PAYMENTS, false, 3, Optional.of(live(PAYMENTS, 2, 2)));
    static final ServiceChange CREATE_ORDERS =
            new ServiceChange(Kind.CREATE, List.of(), ORDERS, true, 1, Optional.empty());

    private PlanFixtures() {}

    /** Every kind of change in an environment that is there. */
    static EnvironmentPlan change() {
        return plan(
                false,
                List.of(new Wave(List.of(REPLACE_INVENTORY, SCALE_PAYMENTS)), new Wave(List.of(CREATE_ORDERS))),
                List.of(new Pruned(Name.of("legacy"), List.of(LEGACY.name()))));
    }

    /** A fresh environment of orders alone. */
    static EnvironmentPlan create() {
        return new EnvironmentPlan(
                OWNER, NAMESPACE, true, List.of(new Wave(List.of(CREATE_ORDERS))), new TreeMap<>(), List.of(), LIMITS);
    }

    /** Only legacy goes. */
    static EnvironmentPlan prune() {
        return plan(false, List.of(), List.of(new Pruned(Name.of("legacy"), List.of(LEGACY.name()))));
    }

    /** Only inventory is replaced. */
    static EnvironmentPlan replace() {
        return plan(false, List.of(new Wave(List.of(REPLACE_INVENTORY))), List.of());
    }

    private static EnvironmentPlan plan(boolean creates, List<Wave> waves, List<Pruned> pruned) {
        return new EnvironmentPlan(
                OWNER,
                NAMESPACE,
                creates,
                waves,
                new TreeMap<>(Map.of(Name.of("products"), PRODUCTS.name())),
                pruned,
                LIMITS);
    }
}
