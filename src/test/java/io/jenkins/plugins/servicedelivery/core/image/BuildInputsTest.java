package io.jenkins.plugins.servicedelivery.core.image;

import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.aRequest;
import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildInputsTest {
    @Test
    void shouldGiveTheSameTagForTheSameInputs() {
        String one = inputs("a").contentTag(aRequest().folder("/one").plan());
        String other = inputs("a").contentTag(aRequest().folder("/other").plan());

        assertThat(one).isEqualTo(other).matches("in-[0-9a-f]{16}");
    }

    @ParameterizedTest
    @MethodSource("changedRequests")
    void shouldGiveAnotherTagWhenThePlanChanges(ImageFixtures changed) {
        assertThat(inputs("a").contentTag(changed.plan()))
                .isNotEqualTo(inputs("a").contentTag(aRequest().plan()));
    }

    @ParameterizedTest
    @MethodSource("changedInputs")
    void shouldGiveAnotherTagWhenWhatIsReadChanges(BuildInputs changed) {
        BuildPlan plan = aRequest().plan();

        assertThat(changed.contentTag(plan)).isNotEqualTo(inputs("a").contentTag(plan));
    }

    static Stream<ImageFixtures> changedRequests() {
        return Stream.of(
                aRequest().service("payments"),
                aRequest().version("1.1"),
                aRequest().user("1000"),
                aRequest().workingDirectory("/srv"),
                aRequest().owners(new Owners(List.of("carol"), List.of())),
                aRequest().ports(new Port("http", 8081)),
                aRequest().commands(List.of(List.of("make", "all"))),
                aRequest().outputs("target", "build"),
                aRequest().layer("target/classes", "/srv"),
                aRequest().layer("target", "/app/classes"),
                aRequest().entrypoint("java", "Main"),
                aRequest().variables(Map.of("PORT", "1")),
                aRequest().labels(Map.of("team", "x")));
    }

    static Stream<BuildInputs> changedInputs() {
        BuildInputs inputs = inputs("a");
        return Stream.of(
                inputs("b"),
                new BuildInputs(
                        new TreeMap<>(Map.of("src/Other.java", Digest.of("a"))),
                        Optional.empty(),
                        new TreeMap<>(),
                        "1"),
                new BuildInputs(inputs.files(), Optional.of(Digest.of("base")), new TreeMap<>(), "1"),
                new BuildInputs(inputs.files(), Optional.empty(), new TreeMap<>(Map.of("errors", "1")), "1"),
                new BuildInputs(inputs.files(), Optional.empty(), new TreeMap<>(), "2"));
    }
}
