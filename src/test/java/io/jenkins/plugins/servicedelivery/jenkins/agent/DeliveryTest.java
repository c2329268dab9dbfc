package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {
    private static final String DIGEST = "@sha256:" + "0".repeat(64);
    private static final String TAG = "in-0123456789abcdef";
    private static final String ONE = "registry.local/shop/one" + DIGEST;

    private final Desk desk = new Desk();
    private final Delivery delivery = new Delivery(
            new CheckedDesk.Decided(Name.of("shop"), new Destination("registry.local", null)),
            desk,
            new IncomingLayout(Path.of("nowhere")));

    @Test
    void shouldStoreWhatIsNewUnderItsTagAndDigest() throws InterruptedException {
        List<DeliveredImage> images =
                delivery.of(answer("shop", new BuildAnswer.Image("one", ONE, TAG, false)), order());

        assertThat(images).containsExactly(new DeliveredImage(Name.of("one"), ImageReference.parse(ONE), false));
        assertThat(desk.stored).containsExactly("registry.local/shop/one:" + TAG + DIGEST);
    }

    @Test
    void shouldStoreNothingThatIsThere() throws InterruptedException {
        desk.held = true;

        delivery.of(answer("shop", new BuildAnswer.Image("one", ONE, null, true)), order());

        assertThat(desk.stored).isEmpty();
    }

    @Test
    void shouldNotBelieveThatAnImageIsThere() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> delivery.of(answer("shop", new BuildAnswer.Image("one", ONE, null, true)), order()))
                .withMessageContaining("not there");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void shouldRefuseWhatIsNoneOfThisBuild(BuildAnswer lie) {
        desk.held = true;

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> delivery.of(lie, order("one")));
        assertThat(desk.stored).isEmpty();
    }

    static Stream<BuildAnswer> lies() {
        return Stream.of(
                answer("books", new BuildAnswer.Image("one", ONE, TAG, false)),
                answer("shop", new BuildAnswer.Image("../one", ONE, TAG, false)),
                answer("shop", new BuildAnswer.Image("one", "registry.local/shop/two" + DIGEST, TAG, false)),
                answer("shop", new BuildAnswer.Image("one", "other.local/shop/one" + DIGEST, TAG, false)),
                answer("shop", new BuildAnswer.Image("one", "registry.local/shop/one:latest", TAG, false)),
                answer("shop", new BuildAnswer.Image("one", "--rm", TAG, false)),
                answer("shop", new BuildAnswer.Image("one", ONE, "latest", false)),
                answer("shop", new BuildAnswer.Image("one", ONE, null, false)),
                answer("shop"),
                answer("shop", new BuildAnswer.Image("two", "registry.local/shop/two" + DIGEST, null, true)));
    }

    private static BuildAnswer answer(String line, BuildAnswer.Image... images) {
        return new BuildAnswer(line, List.of(images));
    }

    private static BuildOrder order(String... services) {
        return new BuildOrder("", null, List.of(services), 1, new BuildOrder.Source(null, null, null));
    }

    private static final class Desk implements RegistryDesk {
        private final List<String> stored = new ArrayList<>();
        private boolean held;

        @Override
        public Destination destination(Name line, String host) {
            return new Destination(host, null);
        }

        @Override
        public RegistryAccess base(String host) {
            throw new UnsupportedOperationException("no base is asked for");
        }

        @Override
        public Optional<Digest> find(ImageReference image) {
            return held ? image.digest() : Optional.empty();
        }

        @Override
        public List<String> lacking(List<String> digests) {
            return digests;
        }

        @Override
        public ImageReference store(IncomingLayout incoming, ImageReference image) {
            stored.add(image.toString());
            return image;
        }
    }
}
