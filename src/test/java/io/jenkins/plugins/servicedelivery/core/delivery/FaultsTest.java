package io.jenkins.plugins.servicedelivery.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Claim CLAIM =
            new Claim("shop", "me", "test", 1, Duration.ofSeconds(30), Instant.parse("2026-01-01T00:00:00Z"), "");

    private final ClusterPorts ports = SimulatedInstallation.inMemory().ports();

    @Test
    void shouldCountTheCallsOfEveryPort() {
        Faults faults = Faults.none();
        ClusterPorts counted = faults.on(ports);

        counted.cluster().observe("shop");
        counted.leases().write(CLAIM);
        counted.records().list();

        assertThat(faults.journal()).containsExactly("Cluster.observe", "LeaseStore.write", "RecordStore.list");
    }

    @Test
    void shouldHaveNoEffectWhenUnavailableBefore() {
        ClusterPorts faulty = Faults.at(1, Faults.Kind.UNAVAILABLE_BEFORE).on(ports);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> faulty.leases().write(CLAIM));

        assertThat(ports.leases().list()).isEmpty();
    }

    @Test
    void shouldHaveTheEffectWhenUnavailableAfter() {
        ClusterPorts faulty = Faults.at(1, Faults.Kind.UNAVAILABLE_AFTER).on(ports);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> faulty.leases().write(CLAIM));

        assertThat(ports.leases().list()).hasSize(1);
    }

    @Test
    void shouldStrikeOnlyTheChosenCalls() {
        ClusterPorts faulty = Faults.from(2, 1, Faults.Kind.UNAVAILABLE_BEFORE).on(ports);

        faulty.leases().list();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> faulty.leases().list());
        faulty.leases().list();
    }

    @Test
    void shouldDoNothingMoreWhenTheProcessIsDead() {
        Faults faults = Faults.at(1, Faults.Kind.CRASH_AFTER);
        ClusterPorts faulty = faults.on(ports);

        assertThatExceptionOfType(CrashError.class)
                .isThrownBy(() -> faulty.leases().write(CLAIM));
        assertThatExceptionOfType(CrashError.class)
                .isThrownBy(() -> faulty.cluster().observe("shop"));

        assertThat(ports.leases().list()).hasSize(1);
        assertThat(faults.calls()).isEqualTo(1);
    }

    @Test
    void shouldPassOnWhatThePortItselfThrows() {
        ClusterPorts faulty = Faults.none().on(ports);
        faulty.leases().write(CLAIM);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> faulty.leases().write(CLAIM));
    }
}
