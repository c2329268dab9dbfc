package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Wave;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Reason;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnvironmentPlanTextTest {
    @Test
    void shouldShowEveryKindOfChange() {
        assertThat(text(PlanFixtures.change()))
                .isEqualTo(
                        """
                        Plan for shop/test in the namespace shop-test:
                          wave 1 of 2
                            ~ inventory-09535aec replaces inventory-704a8c5f: image 15c31b1f -> b54ef3e6
                            ~ payments-e640cd6e has 2 instances and gets 3
                          wave 2 of 2
                            + orders-78fb84f4, 1 instance of registry.local/shop/orders, image e010f6e0, configuration 5feb8d47
                          - legacy is no longer wanted: legacy-377fb3f2
                          unchanged: products-a96b063b
                        1 to create, 1 to replace, 1 to scale, 1 to remove, 1 unchanged.""");
    }

    @Test
    void shouldShowTheNamespaceThatIsMade() {
        assertThat(EnvironmentPlanText.lines(PlanFixtures.create()))
                .startsWith("Plan for shop/test in the namespace shop-test:", "  + namespace shop-test");
    }

    @Test
    void shouldShowWhatDiffersAndWhatIsMended() {
        LiveVersion old = new LiveVersion(
                "orders-00000000",
                Name.of("orders"),
                EnvironmentFixtures.image("orders", "0"),
                Digest.of("old configuration"),
                List.of(new Port("http", 80), new Port("admin", 81)),
                1,
                1,
                "");
        ServiceChange replace = new ServiceChange(
                Kind.REPLACE,
                List.of(Reason.CONFIGURATION, Reason.PORTS),
                PlanFixtures.ORDERS,
                true,
                1,
                Optional.of(old));
        ServiceChange mend = new ServiceChange(
                Kind.MEND,
                List.of(Reason.OBJECTS, Reason.READINESS),
                PlanFixtures.PAYMENTS,
                false,
                1,
                Optional.of(live(PlanFixtures.PAYMENTS, 1, 0)));

        assertThat(text(plan(new Wave(List.of(replace, mend)))))
                .contains("configuration " + old.configuration().brief() + " -> ")
                .contains("ports http 80+admin 81 -> http 8080")
                .contains("is mended: objects are missing, it is not ready");
    }

    @Test
    void shouldSayThatThereIsNothingToDo() {
        assertThat(EnvironmentPlanText.lines(plan()))
                .containsExactly("Nothing to do: shop/test in the namespace shop-test is as the catalog says.");
    }

    private static EnvironmentPlan plan(Wave... waves) {
        return new EnvironmentPlan(
                PlanFixtures.OWNER,
                PlanFixtures.NAMESPACE,
                false,
                List.of(waves),
                new TreeMap<>(Map.of(Name.of("products"), PlanFixtures.PRODUCTS.name())),
                List.of(),
                PlanFixtures.LIMITS);
    }

    private static String text(EnvironmentPlan plan) {
        return String.join("\n", EnvironmentPlanText.lines(plan));
    }
}
