package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Hostile texts as arguments of every step, and in catalogs of workspaces. */
@WithJenkins
class HostileStepsITest {
    private static final String STEPS =
            """
            def text = readFile(file: 'hostile.txt', encoding: 'UTF-8')
            def none = '@sha256:' + '0' * 64
            catchError { deployEnvironment environment: text }
            catchError { deployEnvironment environment: 'production', line: text }
            catchError { deployEnvironment environment: 'production', cluster: text }
            catchError { deployEnvironment environment: 'production', catalog: text }
            catchError { deployEnvironment environment: 'production', images: [orders: text] }
            catchError { deployEnvironment environment: 'production', images: [(text): text] }
            catchError { deployEnvironment environment: 'production', images: [orders: 'registry.local/tea/orders:' + text + none] }
            catchError { grayRelease environment: 'production', image: text, service: text }
            catchError { grayRelease environment: 'production', image: 'r.local/tea/orders' + none, service: 'orders', strategy: text }
            catchError { rollbackRelease environment: 'production', service: text, reason: text }
            catchError { rollbackRelease environment: 'production', service: 'orders', reason: text }
            catchError { recycleEnvironment environment: text }
            catchError { buildServiceImage service: text }
            catchError { buildServiceImage services: [text], line: text }
            catchError { buildServiceImage catalog: text }
            catchError { scanDependencies catalog: text }
            catchError { scanDependencies line: text }
            """;

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.servicedelivery.jenkins.security.HostileTexts#all")
    void shouldRefuseThemAsArgumentsInPlainWords(String text, JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", STEPS);
        Files.writeString(room.line(job).folder().resolve("hostile.txt"), text);

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        String console = JenkinsRule.getLog(run);
        HostileTexts.assertPlain(console);
        assertThat(console.lines().filter(line -> line.startsWith("ERROR: "))).hasSizeGreaterThanOrEqualTo(15);
        assertThat(console.lines()).containsOnlyOnce("Finished: FAILURE").doesNotContain("Finished: SUCCESS");
        assertThat(console).doesNotContain("\tat ");
        assertThat(room.cluster().ports().records().list()).isEmpty();
        HostileTexts.assertHarmless(page(jenkins, run, "console"));
        HostileTexts.assertHarmless(page(jenkins, run, ""));
    }

    @Test
    void shouldShowNothingOfACatalogRaw(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job(
                "tea",
                """
                catchError { deployEnvironment environment: 'production' }
                catchError { buildServiceImage() }
                catchError { scanDependencies() }
                """);
        Path folder = room.line(job).folder();
        Files.writeString(
                folder.resolve("<img src=x onerror=alert(1)>\u001b[2J\nFinished: SUCCESS.yaml"),
                "a: &a [*a, \"\\e[2J\"]");
        Files.writeString(
                folder.resolve("worse.yaml"),
                """
                apiVersion: service-delivery/v1
                kind: Environment
                name: "\\e[2J\\r\\nFinished: SUCCESS"
                line: "\\u202e<img src=x onerror=alert(1)>"
                owner: "\\e]8;;http://x\\a"
                "\\e[8m": "\\0"
                """);

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        String console = JenkinsRule.getLog(run);
        HostileTexts.assertPlain(console);
        assertThat(console.lines()).doesNotContain("Finished: SUCCESS");
        assertThat(console).contains("worse.yaml:");
        HostileTexts.assertHarmless(page(jenkins, run, "console"));
    }

    private static HtmlPage page(JenkinsRule jenkins, WorkflowRun run, String page) throws Exception {
        WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        return client.goTo(run.getUrl() + page);
    }
}
