package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.DeployEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.LabConnection;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.support.TickPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A thousand releases that wait hold no thread. */
@WithJenkins
class ManyReleasesITest {
    private static final int SERVICES = 50;
    private static final int CLUSTERS = 20;
    private static final double SPEED = 20;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String REST_OF_CATALOG =
            """
            ---
            apiVersion: service-delivery/v1
            kind: ImageTemplate
            name: text
            version: 1.0
            base: {empty: true}
            layers:
              files: {from: files, into: /app}
            user: "65532"
            entrypoint: [cat, /app/version.txt]
            probe: /health
            ---
            apiVersion: service-delivery/v1
            kind: Environment
            name: test
            line: many
            owner: bob
            ---
            apiVersion: service-delivery/v1
            kind: ReleaseStrategy
            name: slow
            steps: [{weight: 10, hold: 200h}]
            judge: {interval: 5h, warmUp: 2s, errorTolerance: 1%, minimumRequests: 20, patience: 300h}
            """;

    @Test
    void shouldHoldNoThreadWhileAThousandReleasesWait(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setNumExecutors(CLUSTERS);
        List<ClusterSettings> clusters = new ArrayList<>();
        for (int i = 0; i < CLUSTERS; i++) {
            clusters.add(new ClusterSettings("many-" + i, new LabConnection(true, SPEED, 0)));
        }
        ServiceDeliveryConfiguration.get().setClusters(clusters);
        List<WorkflowRun> runs = new ArrayList<>();

        runs.add(start(jenkins, 0));
        awaitHolding(1);
        long threadsOfOne = foreignThreads();
        for (int i = 1; i < CLUSTERS; i++) {
            runs.add(start(jenkins, i));
        }
        awaitHolding(CLUSTERS);

        assertThat(ExtensionList.lookupSingleton(TickPool.class).threads()).isLessThanOrEqualTo(8);
        assertThat(threads().filter(ManyReleasesITest::isOurs).toList()).hasSizeLessThanOrEqualTo(8);
        assertThat(foreignThreads() - threadsOfOne).as("threads for 950 more").isLessThan(30);
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            boolean inside = Arrays.stream(each.getValue())
                    .anyMatch(frame -> frame.getClassName().startsWith("io.jenkins.plugins.servicedelivery.")
                            && !frame.getClassName().equals(ManyReleasesITest.class.getName()));
            assertThat(inside && !isOurs(each.getKey()))
                    .as(each.getKey().toString())
                    .isFalse();
        }
        for (WorkflowRun run : runs) {
            run.doStop();
        }
        for (WorkflowRun run : runs) {
            await().atMost(LIMIT).until(() -> !run.isBuilding());
            jenkins.assertBuildStatus(Result.ABORTED, run);
        }
        await("idle")
                .atMost(LIMIT)
                .until(() -> ExtensionList.lookupSingleton(TickPool.class).threads() == 0);
        for (int i = 0; i < CLUSTERS; i++) {
            assertThat(control(i).ports().records().list().stream()
                            .filter(record -> record.state() instanceof ReleaseState.RolledBack))
                    .hasSize(SERVICES);
        }
    }

    private static Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream();
    }

    private static boolean isOurs(Thread thread) {
        return thread.getName().startsWith("Service Delivery");
    }

    /** All but ours and the executors, of which Jenkins has one for every build. */
    private static long foreignThreads() {
        return threads()
                .filter(thread -> !isOurs(thread) && !thread.getName().startsWith("Executor #"))
                .count();
    }

    private static void awaitHolding(int howMany) {
        for (int i = 0; i < howMany; i++) {
            int number = i;
            await("releases on cluster " + i)
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> control(number).ports().records().list().stream()
                                    .filter(record -> record.state() instanceof ReleaseState.Holding)
                                    .count()
                            == SERVICES);
        }
    }

    private static WorkflowRun start(JenkinsRule jenkins, int number) throws Exception {
        deploy(number);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "many-" + number);
        job.addProperty(new DurabilityHintJobProperty(FlowDurabilityHint.PERFORMANCE_OPTIMIZED));
        Path workspace = Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
        Files.createDirectories(workspace);
        Files.writeString(workspace.resolve("many.yaml"), catalog());
        job.setDefinition(new CpsFlowDefinition(
                """
                def branches = [:]
                for (int i = 0; i < %d; i++) {
                  def service = "s${i}"
                  branches[service] = {
                    grayRelease environment: 'test', cluster: 'many-%d', service: service, image: "registry.local/many/${service}@sha256:%s"
                  }
                }
                node { parallel branches }
                """
                        .formatted(SERVICES, number, "b".repeat(64)),
                true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static void deploy(int number) throws InterruptedException {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        IntStream.range(0, SERVICES)
                .forEach(i -> images.put(
                        Name.of("s" + i),
                        ImageReference.parse("registry.local/many/s" + i + "@sha256:" + "a".repeat(64))));
        DeployEnvironment.Order order = new DeployEnvironment.Order(
                CatalogReader.read(new TreeMap<>(Map.of("many.yaml", catalog()))),
                Name.of("many"),
                Name.of("test"),
                images,
                "somebody");
        new DeployEnvironment(control(number), ProtectedNamespaces.STANDARD)
                .deploy(order, plan -> {}, ProgressListener.NONE);
    }

    private static ClusterControl control(int number) {
        return Clusters.get().cluster("many-" + number).control();
    }

    private static String catalog() {
        return """
                apiVersion: service-delivery/v1
                kind: ProductLine
                name: many
                repository: registry.local/many
                owners: {main: [alice], backup: [bob]}
                services:
                """
                + IntStream.range(0, SERVICES)
                        .mapToObj(i -> "  s" + i + ": {template: text, ports: {http: 8080}}\n")
                        .collect(Collectors.joining())
                + REST_OF_CATALOG;
    }
}
