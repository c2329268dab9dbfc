package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void shouldNotDependOnTheOrderOfAMap() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("a", "1");
        oneWay.put("b", "2");
        Map<String, String> otherWay = new LinkedHashMap<>();
        otherWay.put("b", "2");
        otherWay.put("a", "1");

        assertThat(Fingerprint.of("test").add("map", oneWay).digest())
                .isEqualTo(Fingerprint.of("test").add("map", otherWay).digest());
    }

    @Test
    void shouldTellApartInputsThatReadTheSameInARow() {
        assertThat(Fingerprint.of("test").add("a", "bc").digest())
                .isNotEqualTo(Fingerprint.of("test").add("ab", "c").digest());
        assertThat(Fingerprint.of("test").add("a", List.of("x", "y")).digest())
                .isNotEqualTo(Fingerprint.of("test").add("a", List.of("xy")).digest());
        assertThat(Fingerprint.of("test").add("a", Map.of("x", "y")).digest())
                .isNotEqualTo(Fingerprint.of("test").add("a", Map.of("xy", "")).digest());
    }

    @Test
    void shouldDependOnThePurpose() {
        assertThat(Fingerprint.of("one").add("a", "b").digest())
                .isNotEqualTo(Fingerprint.of("two").add("a", "b").digest());
    }

    @Test
    void shouldStayTheSameForEver() {
        // names of running versions rest on this value: a change of the algorithm would restart every service
        assertThat(Fingerprint.of("test").add("field", "value").digest())
                .hasToString("sha256:97491ebfc67ebe80faadec662237504f7d65d5b43714fa14b3ddbaf7b65dc425");
    }
}
