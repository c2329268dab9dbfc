package io.jenkins.plugins.servicedelivery.core.productline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
    private static final int LONG = 20_000;
    private final SortedMap<Name, SortedSet<Name>> calls = new TreeMap<>();

    @Test
    void shouldOrderServicesIntoWaves() {
        call("storefront", "products", "orders");
        call("products", "inventory");
        call("orders", "inventory", "payments");
        call("inventory");
        call("payments");

        assertThat(waves()).containsExactly("inventory payments", "orders products", "storefront");
    }

    @Test
    void shouldNameACycleFromItsFirstServiceToItself() {
        call("storefront", "orders");
        call("orders", "payments");
        call("payments", "ledger");
        call("ledger", "orders");

        assertThat(new DependencyGraph(calls).cycle())
                .hasValue(List.of(name("ledger"), name("orders"), name("payments"), name("ledger")));
    }

    @Test
    void shouldNameAServiceThatCallsItself() {
        call("orders", "orders");

        assertThat(new DependencyGraph(calls).cycle()).hasValue(List.of(name("orders"), name("orders")));
    }

    @Test
    void shouldFindNoCycleInADiamond() {
        call("a", "b", "c");
        call("b", "d");
        call("c", "d");
        call("d");

        assertThat(new DependencyGraph(calls).cycle()).isEmpty();
    }

    @Test
    void shouldRefuseToOrderACycle() {
        call("a", "b");
        call("b", "a");

        assertThatThrownBy(() -> new DependencyGraph(calls).waves()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotCountCallsToServicesOutsideTheGraph() {
        call("orders", "somebody-else");

        assertThat(waves()).containsExactly("orders");
    }

    @Test
    void shouldKeepOnlyCallsBetweenTheChosenServices() {
        call("storefront", "orders", "products");
        call("orders", "payments");
        call("payments");
        call("products");

        DependencyGraph chosen = new DependencyGraph(calls).only(names("storefront", "orders"));

        assertThat(chosen.calls()).hasSize(2).containsEntry(name("storefront"), names("orders"));
        assertThat(chosen.calls().get(name("orders"))).isEmpty();
    }

    @Test
    void shouldComeToAnEndInALargeDenseGraph() {
        String[] all = new String[300];
        for (int i = 0; i < all.length; i++) {
            all[i] = "s%03d".formatted(i);
            call(all[i], Arrays.copyOf(all, i));
        }
        DependencyGraph graph = new DependencyGraph(calls);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(graph.cycle()).isEmpty();
            assertThat(graph.waves()).hasSize(300);
        });
    }

    private List<String> waves() {
        return new DependencyGraph(calls)
                .waves().stream()
                        .map(wave -> wave.stream().map(Name::toString).collect(Collectors.joining(" ")))
                        .toList();
    }

    private void call(String caller, String... called) {
        calls.put(name(caller), names(called));
    }

    private static Name name(String text) {
        return Name.of(text);
    }

    private static SortedSet<Name> names(String... texts) {
        return Arrays.stream(texts).map(Name::of).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void shouldSearchAChainLongerThanAStackBears() {
        for (int i = 0; i < LONG; i++) {
            call("s" + i, "s" + (i + 1));
        }
        call("s" + LONG);

        assertThat(new DependencyGraph(calls).cycle()).isEmpty();
    }

    @Test
    void shouldNameACycleLongerThanAStackBears() {
        for (int i = 0; i < LONG; i++) {
            call("s" + i, "s" + (i + 1) % LONG);
        }

        assertThat(new DependencyGraph(calls).cycle())
                .hasValueSatisfying(cycle -> assertThat(cycle).hasSize(LONG + 1));
    }
}
