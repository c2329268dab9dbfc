package io.jenkins.plugins.servicedelivery.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedNamespacesTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "kube-system", "kube-public", "kube-", "service-delivery"})
    void shouldProtectWhatBelongsToEveryCluster(String namespace) {
        assertThat(ProtectedNamespaces.STANDARD.protecting(namespace)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-test", "default-shop", "my-kube-system", "kubernetes", "service-delivery-shop"})
    void shouldLeaveOthersAlone(String namespace) {
        assertThat(ProtectedNamespaces.STANDARD.protecting(namespace)).isEmpty();
    }

    @Test
    void shouldTakeEverythingButTheStarLiterally() {
        ProtectedNamespaces own = new ProtectedNamespaces(List.of("a.c", "*-prod", "x*y*z"));

        assertThat(own.protecting("abc")).isEmpty();
        assertThat(own.protecting("a.c")).contains("a.c");
        assertThat(own.protecting("shop-prod")).contains("*-prod");
        assertThat(own.protecting("x-1-y-2-z")).contains("x*y*z");
    }
}
