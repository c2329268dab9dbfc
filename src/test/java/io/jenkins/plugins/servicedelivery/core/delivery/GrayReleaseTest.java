package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.given;

import org.junit.jupiter.api.Test;

/** Whole releases on the simulated cluster, which knows nothing of releases: it only counts requests. */
class GrayReleaseTest {
    @Test
    void shouldPromoteACandidateThatIsAsGoodAsStable() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .when()
                .released()
                .then()
                .isPromoted()
                .noRequestWasLost();
    }

    @Test
    void shouldRollBackACandidateThatFailsTooOften() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .answersWithErrors(0.08)
                .when()
                .released()
                .then()
                .isRolledBackTo("v1")
                .because("requests failed", "fail")
                .noRequestWasLost();
    }
}
