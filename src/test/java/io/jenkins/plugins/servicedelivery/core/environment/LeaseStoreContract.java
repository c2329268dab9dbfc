package io.jenkins.plugins.servicedelivery.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseStore} does. */
public abstract class LeaseStoreContract {
    private final ContractWorld world = world();

    /** A fresh cluster without claims. */
    protected abstract ContractWorld world();

    @Test
    void shouldHaveNoClaimThatWasNeverTaken() {
        assertThat(store().read("shop")).isEmpty();
        assertThat(store().list()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasWritten() {
        Claim written = store().write(claim("shop", "me", ""));

        assertThat(written.version()).isNotEmpty();
        assertThat(store().read("shop")).contains(written);
        assertThat(written).isEqualTo(claim("shop", "me", written.version()));
    }

    @Test
    void shouldGiveEveryWritingAnotherVersion() {
        Claim first = store().write(claim("shop", "me", ""));
        Claim second = store().write(first);

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(store().read("shop")).contains(second);
    }

    @Test
    void shouldNotCreateAClaimTwice() {
        Claim first = store().write(claim("shop", "me", ""));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store().write(claim("shop", "you", "")));
        assertThat(store().read("shop")).contains(first);
    }

    @Test
    void shouldNotOverwriteWhatSomebodyElseWroteMeanwhile() {
        Claim first = store().write(claim("shop", "me", ""));
        Claim second = store().write(claim("shop", "you", first.version()));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> store().write(claim("shop", "me", first.version())));
        assertThat(store().read("shop")).contains(second);
    }

    @Test
    void shouldNotUpdateAClaimThatIsNotThere() {
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store().write(claim("shop", "me", "12")));
    }

    @Test
    void shouldListClaimsByName() {
        store().write(claim("shop/b", "me", ""));
        store().write(claim("shop", "me", ""));
        store().write(claim("shop/a", "me", ""));

        assertThat(store().list()).extracting(Claim::name).containsExactly("shop", "shop/a", "shop/b");
    }

    @Test
    void shouldLetExactlyOneOfManyWrite() {
        LeaseStore store = store();
        Claim first = store.write(claim("shop", "me", ""));
        AtomicInteger written = new AtomicInteger();

        IntStream.range(0, 64).parallel().forEach(i -> {
            try {
                store.write(claim("shop", "holder-" + i, first.version()));
                written.incrementAndGet();
            } catch (ConflictException e) {
                assertThat(e.isRetryable()).isTrue();
            }
        });

        assertThat(written).hasValue(1);
        assertThat(List.of(store.read("shop").orElseThrow().version())).doesNotContain(first.version());
    }

    private LeaseStore store() {
        return world.ports().leases();
    }

    private static Claim claim(String name, String holder, String version) {
        return new Claim(
                name, holder, "release-1", 3, Duration.ofSeconds(30), Instant.parse("2026-01-01T00:00:00Z"), version);
    }
}
