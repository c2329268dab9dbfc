package io.jenkins.plugins.servicedelivery.core.image;

import static io.jenkins.plugins.servicedelivery.core.image.ImageFixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildPlanTest {
    @Test
    void shouldFillPlaceholdersEverywhere() {
        BuildPlan plan = aRequest()
                .commands(List.of(List.of("make", "${line}/${service}")))
                .layer("target/${service}", "/app/${service}")
                .entrypoint("serve", "--port=${port}")
                .labels(Map.of("team", "${line}"))
                .plan();

        assertThat(plan.commands().get(0).words()).containsExactly("make", "shop/orders");
        assertThat(plan.recipe().layers().get(0).from()).isEqualTo("target/orders");
        assertThat(plan.recipe().layers().get(0).into()).isEqualTo("/app/orders");
        assertThat(plan.recipe().entrypoint()).containsExactly("serve", "--port=8080");
        assertThat(plan.recipe().variables()).containsEntry("PORT", "8080");
        assertThat(plan.recipe().labels()).containsEntry("team", "shop");
    }

    @Test
    void shouldKeepDollarsThatAreNoPlaceholder() {
        BuildPlan plan = aRequest().entrypoint("sh", "-c", "echo $HOME \\$1").plan();

        assertThat(plan.recipe().entrypoint()).endsWith("echo $HOME \\$1");
    }

    @Test
    void shouldReportUnknownPlaceholderWithSuggestion() {
        ImageFixtures request = aRequest().entrypoint("serve", "${servce}");

        assertThat(problemsOf(request)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-placeholder");
            assertThat(problem.path()).isEqualTo("entrypoint");
            assertThat(problem.remedy()).isEqualTo("Did you mean \"service\"?");
        });
    }

    @Test
    void shouldReportPortPlaceholderWhenServiceHasNoPort() {
        ImageFixtures request = aRequest().ports();

        assertThat(problemsOf(request))
                .extracting(Problem::message)
                .containsExactly("variables.PORT needs ${port}, but the service has no port.");
    }

    @Test
    void shouldReportAllMistakesAtOnce() {
        ImageFixtures request = aRequest()
                .layer("../secrets", "app")
                .user("-root")
                .outputs("/tmp")
                .labels(Map.of("a\nb", "c"));

        assertThat(problemsOf(request))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "layers.classes.from", "layers.classes.into", "user", "build.outputs", "labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../../b", "/etc", "a\\b", "", " ", "a\nb", "a\0b"})
    void shouldRefuseLayerThatLeavesTheSourceFolder(String from) {
        assertThat(problemsOf(aRequest().layer(from, "/app")))
                .extracting(Problem::code)
                .containsExactly("bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "", "/app/../etc", "/app/./x", "/app\n"})
    void shouldRefuseTargetThatIsNotAbsolute(String into) {
        assertThat(problemsOf(aRequest().layer("target", into)))
                .extracting(Problem::code)
                .containsExactly("bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../orders", "/etc"})
    void shouldRefuseSourceOutsideTheCatalogFolder(String source) {
        assertThat(problemsOf(aRequest().source(source)))
                .extracting(Problem::path)
                .containsExactly("source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "", "  "})
    void shouldRefuseCommandThatNamesNoProgram(String program) {
        ImageFixtures request = aRequest().commands(List.of(List.of(program, "x")));

        assertThat(problemsOf(request)).extracting(Problem::path).containsExactly("build.commands[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "$(id)", "root\n", "-u"})
    void shouldRefuseUserThatIsNone(String user) {
        assertThat(problemsOf(aRequest().user(user))).extracting(Problem::code).containsExactly("bad-user");
    }

    @Test
    void shouldRefuseLabelsOfTheProduct() {
        ImageFixtures request = aRequest().labels(Map.of(ImageLabels.SERVICE, "other"));

        assertThat(problemsOf(request)).extracting(Problem::code).containsExactly("reserved-label");
    }

    @Test
    void shouldPassShellCharactersAsPlainText() {
        BuildPlan plan = aRequest()
                .commands(List.of(List.of("echo", "a; rm -rf / && $(id) `id` | x")))
                .plan();

        assertThat(plan.commands().get(0).words()).containsExactly("echo", "a; rm -rf / && $(id) `id` | x");
    }

    @Test
    void shouldReportRepositoryThatIsNone() {
        assertThat(problemsOf(aRequest().repository("registry.local/Shop")))
                .extracting(Problem::code)
                .containsExactly("bad-repository");
    }

    @Test
    void shouldNameImageAfterTheService() {
        assertThat(aRequest().plan().repository()).hasToString("registry.local/shop/orders");
    }

    private static List<Problem> problemsOf(ImageFixtures request) {
        return assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(request::plan)
                .actual()
                .problems();
    }
}
