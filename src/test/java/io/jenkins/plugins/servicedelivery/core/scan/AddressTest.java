package io.jenkins.plugins.servicedelivery.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://payments, http://payments",
        "HTTPS://Payments:8443/pay?x=1, https://payments:8443",
        "http://user:secret@payments/x, http://payments",
        "lb://payments, lb://payments",
        "http://payments.shop.svc.cluster.local.:80, http://payments.shop.svc.cluster.local:80"
    })
    void shouldKeepSchemeHostAndPortOnly(String url, String shown) {
        assertThat(Address.parse(url)).map(Object::toString).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payments",
                "http://",
                "http://payments is down",
                "see http://payments",
                "ftp://payments",
                "http:///payments",
                "http://-payments",
                "jdbc:postgresql://payments/db"
            })
    void shouldFindNoAddressInOtherTexts(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void shouldRefuseATextThatIsTooLongToBeAnAddress() {
        assertThat(Address.parse("http://" + "a".repeat(5_000))).isEmpty();
    }
}
