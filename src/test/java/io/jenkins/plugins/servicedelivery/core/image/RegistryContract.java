package io.jenkins.plugins.servicedelivery.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Registry} keeps. */
@Timeout(60)
public abstract class RegistryContract {
    private static final ImageRecord MORNING = record("1", "2026-01-02T08:00:00Z");
    private static final ImageRecord EVENING = record("2", "2026-01-02T20:00:00Z");

    /** The registry under test, empty at first. */
    protected abstract Registry registry() throws Exception;

    /** Puts an image with these labels into the registry under test. */
    protected abstract ImageReference put(ImageReference repository, ImageLabels labels) throws Exception;

    /** A repository of the registry under test. */
    protected abstract ImageReference repository(String path) throws Exception;

    @Test
    void shouldFindNothingWhereNothingIs() throws Exception {
        ImageReference orders = repository("shop/orders");

        assertThat(registry().find(orders.tagged("none"))).isEmpty();
        assertThat(registry().find(orders.at(Digest.of("none")))).isEmpty();
        assertThat(registry().labels(orders.tagged("none"))).isEmpty();
        assertThat(registry().records(orders.at(Digest.of("none")))).isEmpty();
    }

    @Test
    void shouldFindAnImageByItsDigest() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));

        assertThat(registry().find(image)).isEqualTo(image.digest());
    }

    @Test
    void shouldReturnTheLabelsOfAnImage() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));
        registry().tag(image, "one");

        assertThat(registry().labels(image)).contains(labels("orders"));
        assertThat(registry().labels(image.tagged("one"))).contains(labels("orders"));
    }

    @Test
    void shouldMoveATagToAnotherImage() throws Exception {
        ImageReference first = put(repository("shop/orders"), labels("first"));
        ImageReference second = put(repository("shop/orders"), labels("second"));

        registry().tag(first, "current");
        registry().tag(second, "current");

        assertThat(registry().find(first.tagged("current"))).isEqualTo(second.digest());
        assertThat(registry().find(first)).isEqualTo(first.digest());
    }

    @Test
    void shouldKeepRepositoriesApart() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));
        registry().tag(image, "one");

        assertThat(registry().find(repository("shop/payments").tagged("one"))).isEmpty();
        assertThat(registry().find(repository("shop/payments").at(image.digest().orElseThrow())))
                .isEmpty();
    }

    @Test
    void shouldRefuseToTagWhatIsNotThere() throws Exception {
        ImageReference missing = repository("shop/orders").at(Digest.of("missing"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> registry().tag(missing, "one"))
                .withMessageContaining("the image is not there");
    }

    @Test
    void shouldReturnTheRecordsTheOldestFirst() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));

        registry().attach(image, EVENING);
        registry().attach(image, MORNING);

        assertThat(registry().records(image)).containsExactly(MORNING, EVENING);
    }

    @Test
    void shouldAttachAnEqualRecordOnce() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));

        registry().attach(image, MORNING);
        registry().attach(image, MORNING);

        assertThat(registry().records(image)).containsExactly(MORNING);
    }

    @Test
    void shouldKeepTheDigestWhenARecordIsAttached() throws Exception {
        ImageReference image = put(repository("shop/orders"), labels("orders"));
        registry().tag(image, "one");

        registry().attach(image, MORNING);

        assertThat(registry().find(image.tagged("one"))).isEqualTo(image.digest());
    }

    private static ImageLabels labels(String service) {
        return new ImageLabels(new TreeMap<>(Map.of(ImageLabels.SERVICE, service, "team", "\"><img onerror=x>")));
    }

    private static ImageRecord record(String commit, String time) {
        return new ImageRecord(
                new Origin(Optional.of(commit), Optional.of("main"), Optional.empty()), Instant.parse(time));
    }
}
