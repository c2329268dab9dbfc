package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ClusterStepsITest {
    @Test
    void shouldDeployAndReleaseInAScriptedPipeline(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", "");
        String second = line.build("orders");
        job.setDefinition(new CpsFlowDefinition(
                """
                node {
                  def up = deployEnvironment environment: 'production', images: [orders: '%s', payments: '%s']
                  echo "up: ${up.changed} ${up.versions.keySet()}"
                  def again = deployEnvironment environment: 'production'
                  echo "again: ${again.changed}"
                  def released = grayRelease environment: 'production', service: 'orders', image: '%s', strategy: 'careful'
                  echo "released: ${released.result}, lost ${released.lost}, simulated ${released.simulated}"
                }
                """
                        .formatted(first, payments, second),
                true));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("up: true [orders, payments]", run);
        jenkins.assertLogContains("again: false", run);
        jenkins.assertLogContains("released: promoted, lost 0, simulated true", run);
        assertThat(room.record("environment-tea-production").state()).isInstanceOf(EnvironmentState.Ready.class);
        assertThat(room.record("release-tea-production-orders").state()).isInstanceOf(ReleaseState.Keeping.class);
    }

    @Test
    void shouldFailWhereTheJudgeRollsBack(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", "errors=0.5");
        String second = line.build("orders");
        job.setDefinition(new CpsFlowDefinition(
                """
                node {
                  deployEnvironment environment: 'production', images: [orders: '%s', payments: '%s']
                  grayRelease environment: 'production', image: [orders: '%s'], strategy: 'careful'
                }
                """
                        .formatted(first, payments, second),
                true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("was rolled back", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(room.record("release-tea-production-orders").state()).isInstanceOf(ReleaseState.RolledBack.class);
    }

    @Test
    void shouldDeployAndReleaseInADeclarativePipeline(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", "");
        String second = line.build("orders");
        job.setDefinition(new CpsFlowDefinition(
                """
                pipeline {
                  agent any
                  options { timeout(time: 1, unit: 'HOURS') }
                  stages {
                    stage('Deploy') {
                      steps {
                        deployEnvironment environment: 'production', images: [orders: '%s', payments: '%s']
                      }
                    }
                    stage('Release') {
                      steps {
                        grayRelease environment: 'production', service: 'orders', image: '%s', strategy: 'careful'
                      }
                    }
                  }
                }
                """
                        .formatted(first, payments, second),
                true));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        assertThat(room.record("release-tea-production-orders").state()).isInstanceOf(ReleaseState.Keeping.class);
        assertThat(JenkinsRule.getLog(run).lines().filter(line2 -> line2.contains("candidate at 10 %: ")))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void shouldMarkTheStageUnstableWhereARollbackIsNoFailure(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", "errors=0.5");
        String second = line.build("orders");
        job.setDefinition(new CpsFlowDefinition(
                """
                node {
                  def up = deployEnvironment environment: 'test', images: [orders: '%s', payments: '%s'], trace: true
                  echo "up ${up.line} ${up.environment} ${up.cluster} ${up.simulated} ${up.changed} ${up.record} ${up.versions.orders}"
                  def r = grayRelease environment: 'test', image: [orders: '%s'], strategy: 'careful', failOnRollback: false
                  echo "r ${r.result} ${r.promoted} ${r.rolledBack} ${r.service} ${r.version} ${r.simulated} ${r.record}"
                  echo "counted ${r.requests > r.errors} ${r.errors > 0} ${r.lost}"
                  echo "reason ${r.reason}"
                }
                """
                        .formatted(first, payments, second),
                true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        jenkins.assertLogContains("up tea test simulated true true environment-tea-test orders-", run);
        assertThat(JenkinsRule.getLog(run))
                .containsPattern(
                        "r rolled back false true orders orders-[0-9a-f]{8} true release-tea-test-orders-[0-9a-f]+");
        jenkins.assertLogContains("counted true true 0", run);
        assertThat(JenkinsRule.getLog(run)).containsPattern("reason look \\d+: candidate \\d+ of \\d+ requests failed");
        FlowNode node = new DepthFirstScanner()
                .findFirstMatch(run.getExecution(), each -> each.getAction(WarningAction.class) != null);
        assertThat(node.getAction(WarningAction.class).getResult()).isEqualTo(Result.UNSTABLE);
        assertThat(node.getAction(WarningAction.class).getMessage()).contains("was rolled back: ");
        assertThat(node.getAction(LabelAction.class).getDisplayName()).startsWith("orders: ");
    }

    private static String settings(String keys, String value) {
        return """
                apiVersion: service-delivery/v1
                kind: ConfigSet
                name: tea
                line: tea
                keys: {%s}
                values:
                  line: {greeting: %s}
                """
                .formatted(keys, value);
    }

    @Test
    void shouldPrintEveryCallButKeepNoValueInTheBuild(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "");
        TeaLine line = room.line(job);
        String payments = line.build("payments");
        String orders = line.build("orders");
        String value = "an-ordinary-value";
        Files.writeString(line.folder().resolve("settings.yaml"), settings("greeting: {}", value));
        job.setDefinition(new CpsFlowDefinition(
                "node { deployEnvironment environment: 'test', images: [orders: '%s', payments: '%s'], trace: true }"
                        .formatted(orders, payments),
                true));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("    Cluster.apply(tea-test, ", run);
        jenkins.assertLogContains("    RecordStore.create(", run);
        for (Path file : filesOf(run)) {
            if (!file.endsWith("log")) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(value);
            }
        }
        assertThat(Files.readString(run.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain("StepExecution")
                .doesNotContain("StepContext");
    }

    @Test
    void shouldNotPrintWhatSomebodyWroteIntoTheCatalogAsASecret(JenkinsRule jenkins) throws Exception {
        DeliveryRoom room = DeliveryRoom.in(jenkins);
        WorkflowJob job = room.job("tea", "deployEnvironment environment: 'test', trace: true");
        String secret = "hunter2-is-no-good";
        Files.writeString(
                room.line(job).folder().resolve("settings.yaml"), settings("greeting: {secret: true}", secret));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("settings.yaml:", run);
        for (Path file : filesOf(run)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(secret);
        }
    }

    private static List<Path> filesOf(WorkflowRun run) throws Exception {
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).extracting(file -> file.getFileName().toString()).contains("log", "build.xml");
            return all;
        }
    }
}
