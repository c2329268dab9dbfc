package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.byPath;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.deploy;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkloadLifeTest {
    private static final ImagePull IMAGES = byPath(Map.of(
            "slow", Map.of("ready-after", "20s"),
            "never", Map.of("never-ready", "true"),
            "odd", Map.of("errors", "many")));

    private SimulatedInstallation installation = SimulatedInstallation.inMemory(SimulationSettings.standard(), IMAGES);

    @Test
    void shouldStartWithinOneToSixSecondsWhenTheImageSaysNothing() {
        String version = deploy(installation.ports(), image("good"), 50);

        turn(Duration.ofMillis(999));
        assertThat(live(version).ready()).isZero();

        turn(Duration.ofMillis(5_001));
        assertThat(live(version).ready()).isEqualTo(50);
    }

    @Test
    void shouldStartTheInstancesOfOneVersionAtDifferentTimes() {
        String version = deploy(installation.ports(), image("good"), 50);
        Set<Integer> seen = new HashSet<>();

        for (int i = 0; i < 60; i++) {
            turn(Duration.ofMillis(100));
            seen.add(live(version).ready());
        }

        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void shouldTakeAsLongAsTheImageSays() {
        String version = deploy(installation.ports(), image("slow"), 1);

        turn(Duration.ofMillis(19_999));
        assertThat(live(version).isReady()).isFalse();
        turn(Duration.ofMillis(1));

        assertThat(live(version).isReady()).isTrue();
    }

    @Test
    void shouldSayThatTheProbeFailsWhenAVersionIsNeverReady() {
        String version = deploy(installation.ports(), image("never"), 1);

        turn(Duration.ofSeconds(9));
        assertThat(live(version).hindrance()).isEmpty();
        turn(Duration.ofHours(1));

        assertThat(live(version).ready()).isZero();
        assertThat(live(version).hindrance()).isEqualTo("the readiness probe fails");
    }

    @Test
    void shouldSayWhichLabelIsInvalid() {
        String version = deploy(installation.ports(), image("odd"), 1);

        assertThat(live(version).hindrance())
                .startsWith("image label io.jenkins.service-delivery.simulation.errors is invalid");
    }

    @Test
    void shouldSayThatAnUnknownImageCannotBePulled() {
        installation = SimulatedInstallation.inMemory(SimulationSettings.standard(), image -> Optional.empty());
        String version = deploy(installation.ports(), image("good"), 1);

        turn(Duration.ofHours(1));

        assertThat(live(version).ready()).isZero();
        assertThat(live(version).hindrance())
                .isEqualTo("image cannot be pulled: " + image("good") + " is not in the registry");
    }

    @Test
    void shouldBecomeReadyWhenTheRegistryAnswersAgain() {
        AtomicBoolean down = new AtomicBoolean(true);
        installation = SimulatedInstallation.inMemory(SimulationSettings.standard(), image -> {
            if (down.get()) {
                throw new UnavailableException("Pulling " + image, "the registry is down", "Try again.");
            }
            return Optional.of(Map.of());
        });
        String version = deploy(installation.ports(), image("good"), 1);
        assertThat(live(version).hindrance()).isEqualTo("image cannot be pulled: the registry is down");

        down.set(false);
        turn(Duration.ofSeconds(16));

        assertThat(live(version).hindrance()).isEmpty();
        assertThat(live(version).isReady()).isTrue();
    }

    @Test
    void shouldStartInstancesAnewWhenAHandEditsTheirTemplate() {
        String version = deploy(installation.ports(), image("good"), 1);
        turn(Duration.ofSeconds(10));
        ObjectRef workload = new ObjectRef("Deployment", version);
        installation.hands().edit(NAMESPACE, workload, body -> {
            body.put("probe", "/other");
            return body;
        });
        assertThat(live(version).isReady()).isFalse();

        turn(Duration.ofSeconds(10));

        assertThat(live(version).isReady()).isTrue();
    }

    @Test
    void shouldDecideEveryChanceByTheSeed() {
        assertThat(readyAfterThreeSeconds(1)).isEqualTo(readyAfterThreeSeconds(1));
        assertThat(Set.of(1, 2, 3, 4, 5).stream()
                        .map(this::readyAfterThreeSeconds)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void shouldCountWritesOfObjects() {
        deploy(installation.ports(), image("good"), 1);
        long writes = installation.hands().objectWrites();

        deploy(installation.ports(), image("good"), 1);

        assertThat(writes).isEqualTo(4);
        assertThat(installation.hands().objectWrites()).isEqualTo(4);
    }

    private int readyAfterThreeSeconds(int seed) {
        installation =
                SimulatedInstallation.inMemory(SimulationSettings.standard().seed(seed), IMAGES);
        String version = deploy(installation.ports(), image("good"), 50);
        turn(Duration.ofSeconds(3));
        return live(version).ready();
    }

    private LiveVersion live(String version) {
        return installation.ports().cluster().observe(NAMESPACE).versions().get(version);
    }

    private void turn(Duration length) {
        installation.clock().turn(length);
    }
}
