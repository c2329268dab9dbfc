package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a user is told who writes something wrong: one clear line, and never a stack trace. */
@WithJenkins
class StepArgumentsITest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String IMAGE = "registry.local/tea/orders@" + DIGEST;
    private static final String REMEDY = "Give it what buildServiceImage returned, a map such as [orders:"
            + " 'host/path@sha256:…'], or one reference together with the argument \"service\".";

    private static JenkinsRule jenkins;
    private static Corner corner;
    private static WorkflowJob job;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        corner = Tea.in(rule).corner("wrong").deployed();
        job = corner.job("");
    }

    private static WorkflowRun fail(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(JenkinsRule.getLog(run))
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("Also:");
        return run;
    }

    /** The message as the console ends with it. */
    private static String error(String script) throws Exception {
        List<String> lines = JenkinsRule.getLog(fail(script)).lines().toList();
        int begin = lines.stream()
                .filter(line -> line.startsWith("ERROR: "))
                .findFirst()
                .map(lines::indexOf)
                .orElse(-1);
        assertThat(begin).as(String.join("\n", lines)).isNotNegative();
        return String.join("\n", lines.subList(begin, lines.size() - 1)).substring("ERROR: ".length());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "deployEnvironment()",
                        "Reading the argument \"environment\" failed: it is missing. Write the name as the catalog has it."),
                Arguments.of(
                        "deployEnvironment 'Not a name'",
                        "Reading the argument \"environment\" failed: \"Not a name\" is not a name: "),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: 5",
                        "Reading the argument \"images\" failed: a value of the type Integer names no images. "
                                + REMEDY),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: ['" + IMAGE + "']",
                        "Reading the argument \"images\" failed: a value of the type ArrayList names no images. "
                                + REMEDY),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: '" + IMAGE + "'",
                        "Reading the argument \"images\" failed: it does not say of which service " + IMAGE + " is. "
                                + REMEDY),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: [orders: 'registry.local/tea/orders:1.0']",
                        "Reading the argument \"images\" failed: \"registry.local/tea/orders:1.0\" does not say which image"
                                + " for good. End it with @sha256: and the digest, or give it what buildServiceImage"
                                + " returned."),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: [orders: null]",
                        "Reading the argument \"images\" failed: there is no reference for orders but nothing. "
                                + REMEDY),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: [orders: 5]",
                        "Reading the argument \"images\" failed: there is no reference for orders but a value of the type"
                                + " Integer. " + REMEDY),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: [orders: 'REGISTRY.local/@']",
                        "Reading the argument \"images\" failed: "),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: ['Or ders': '" + IMAGE + "']",
                        "Reading the argument \"images\" failed: \"Or ders\" is not a name: "),
                Arguments.of(
                        "grayRelease environment: 'test'",
                        "Choosing the service to release failed: no image was given. " + REMEDY),
                Arguments.of(
                        "grayRelease environment: 'test', image: '" + IMAGE + "'",
                        "Reading the argument \"image\" failed: it does not say of which service " + IMAGE + " is. "
                                + REMEDY),
                Arguments.of(
                        "grayRelease environment: 'test', image: [orders: '" + IMAGE + "', payments: '" + IMAGE + "']",
                        "Choosing the service to release failed: images of several services were given: [orders, payments]."
                                + " Name one of them with the argument \"service\"."),
                Arguments.of(
                        "grayRelease environment: 'test', image: [orders: '" + IMAGE + "'], service: 'payments'",
                        "Choosing the image of payments failed: only the images of [orders] were given. " + REMEDY),
                Arguments.of(
                        "rollbackRelease environment: 'test', service: ''",
                        "Reading the argument \"service\" failed: it is missing. Write the name as the catalog has it."));
    }

    /** Everything that can be seen without asking anybody is refused before anything is begun, inside a node or not. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldSayInOneLineWhatIsWrongWithAnArgument(String step, String message) throws Exception {
        assertThat(error(step)).startsWith(message).hasLineCount(1);
    }

    static Stream<Arguments> unknownNames() {
        String where = "cluster: 'wrong'";
        return Stream.of(
                Arguments.of("deployEnvironment environment: 'tset', " + where, "Did you mean \"test\"?"),
                Arguments.of("deployEnvironment environment: 'test', line: 'tee', " + where, "Did you mean \"tea\"?"),
                Arguments.of(
                        "deployEnvironment environment: 'test', images: [order: '" + IMAGE + "'], " + where,
                        "Did you mean \"orders\"?"),
                Arguments.of(
                        "grayRelease environment: 'test', image: [orders: '" + IMAGE + "'], strategy: 'carefull', "
                                + where,
                        "Did you mean \"careful\"?"),
                Arguments.of(
                        "grayRelease environment: 'test', image: [orders: '" + IMAGE + "'], " + where,
                        "Name one with the argument \"strategy\"."),
                Arguments.of(
                        "rollbackRelease environment: 'test', service: 'oders', " + where, "Did you mean \"orders\"?"),
                Arguments.of("recycleEnvironment environment: 'tests', " + where, "Did you mean \"test\"?"),
                Arguments.of("deployEnvironment environment: 'test', cluster: 'wrongs'", "Did you mean \"wrong\"?"),
                Arguments.of(
                        "rollbackRelease environment: 'test', service: 'orders', " + where,
                        "no release of orders is going on in tea-test"));
    }

    @ParameterizedTest
    @MethodSource("unknownNames")
    void shouldSaySomethingHelpfulWhereThereIsNoSuchThing(String step, String help) throws Exception {
        String error = error("node {\n" + step + "\n}");

        assertThat(error).contains(help).contains(" failed: ");
        assertThat(error.lines().filter(line -> !line.startsWith("  ")))
                .as(error)
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldAskForANodeWhereNothingElseSaysWhereTheCatalogIs() throws Exception {
        assertThat(error("deployEnvironment environment: 'test', cluster: 'wrong'"))
                .contains("no setting says where its catalog is, and without a workspace there is none to read")
                .hasLineCount(1);
    }

    @Test
    void shouldNameEveryProblemOfACatalogWithItsPlace() throws Exception {
        corner.catalog(
                job,
                TeaLine.catalog()
                        .replace("dependsOn: [payments]", "dependsOn: [paymets]")
                        .replace("replicas: 2", "replcas: 2"));
        try {
            String error = error("node {\n" + "deployEnvironment environment: 'test', cluster: 'wrong'" + "\n}");

            assertThat(error).containsPattern("tea\\.yaml:7:\\d+.*payments");
            assertThat(error).containsPattern("tea\\.yaml:\\d+:\\d+.*replicas");
            assertThat(error.lines().findFirst().orElseThrow()).endsWith("failed: 2 problems.");
            assertThat(error).endsWith("Correct what is listed and run again.");
        } finally {
            corner.catalog(job, TeaLine.catalog());
        }
    }
}
