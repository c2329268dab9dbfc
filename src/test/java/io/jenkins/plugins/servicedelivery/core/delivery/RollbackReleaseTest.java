package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.ROUTE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way back: during the release, in the keep window, and no longer after it. */
class RollbackReleaseTest {
    @Test
    void shouldGiveEverythingBackDuringTheRelease() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.asksToRollBack("bob"))
                .released()
                .then()
                .isRolledBackTo("v1")
                .because("rollback asked for by bob")
                .noRequestWasLost();
    }

    @Test
    void shouldGiveEverythingBackBeforeTheCandidateIsReady() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Preparing.class, () -> scenario.asksToRollBack("bob"))
                .released()
                .then()
                .isRolledBackTo("v1");
    }

    @Test
    void shouldGiveEverythingBackAfterThePromotionWithoutStartingAnything() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.released().then().isPromoted();

        scenario.afterwards(Duration.ofHours(23)).rolledBackBy("bob");

        scenario.then()
                .isRolledBackTo("v1")
                .because("rollback asked for by bob: wrong prices")
                .noRequestWasLost();
    }

    @Test
    void shouldRefuseOnceTheKeepWindowIsOver() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.released().then().isPromoted();

        scenario.afterwards(Duration.ofHours(25)).tended().rolledBackBy("bob");

        scenario.then().isRefused("no release of orders is going on", "Release the earlier image again");
        assertThat(scenario.hasObjectsOf("v1")).isFalse();
        assertThat(scenario.state()).isInstanceOf(ReleaseState.Completed.class);
    }

    @Test
    void shouldRefuseWhereTheOldVersionCannotServe() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.released().then().isPromoted();
        scenario.simulated.hands().fail(NAMESPACE, scenario.version("v1").name(), "Evicted");

        scenario.rolledBackBy("bob").then().isRefused("has no ready instance", "Evicted", "requests would be lost");

        assertThat(scenario.liveVersion()).isEqualTo(scenario.version("v2").name());
    }

    @Test
    void shouldRefuseWhereNothingWasReleased() {
        given().stable("v1").candidate("v2").rolledBackBy("bob").then().isRefused("no release of orders is going on");
    }

    @Test
    void shouldLeaveTheCaretakerToFinishWhatNobodyDrives() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.disturbedIn(ReleaseState.Holding.class, () -> {
            throw new IllegalStateException("killed");
        });
        scenario.released();

        scenario.restarted().tended().afterwards(Duration.ofMinutes(45)).tended();

        assertThat(scenario.state()).isInstanceOf(ReleaseState.RolledBack.class);
        assertThat(scenario.liveVersion()).isEqualTo(scenario.version("v1").name());
        scenario.tells("rollback asked for by caretaker");
    }

    @Test
    void shouldWriteTheRouteOncePerStepOnTheWayBack() {
        List<Route> written = new ArrayList<>();
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.routesThrough(router -> new FlakyRouter(router, written));

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.asksToRollBack("bob"))
                .released()
                .then()
                .isRolledBackTo("v1");

        String stable = scenario.version("v1").name();
        assertThat(written).extracting(route -> route.of(stable).percent()).containsExactly(95, 100, 100);
    }

    @Test
    void shouldKeepTryingWhereTheWayBackCannotBeWrittenAtOnce() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        FlakyRouter[] flaky = new FlakyRouter[1];
        scenario.routesThrough(router -> flaky[0] = new FlakyRouter(router, new ArrayList<>()));

        scenario.disturbedIn(ReleaseState.Holding.class, () -> {
                    flaky[0].failures = 5;
                    scenario.asksToRollBack("bob");
                })
                .released()
                .then()
                .isRolledBackTo("v1");

        assertThat(flaky[0].failures).isZero();
    }

    /** A router that keeps what was written, and can be told to be down for so many writes. */
    private static final class FlakyRouter implements Router {
        private final Router router;
        private final List<Route> written;
        private int failures;

        private FlakyRouter(Router router, List<Route> written) {
            this.router = router;
            this.written = written;
        }

        @Override
        public Optional<RouteStatus> observe(RouteKey key) {
            return router.observe(key);
        }

        @Override
        public void write(RouteKey key, Route wanted, Fence fence) {
            if (failures > 0) {
                failures--;
                throw new UnavailableException("Writing " + ROUTE, "the gateway is down", "Try again.");
            }
            written.add(wanted);
            router.write(key, wanted, fence);
        }

        @Override
        public void remove(RouteKey key, Fence fence) {
            router.remove(key, fence);
        }
    }
}
