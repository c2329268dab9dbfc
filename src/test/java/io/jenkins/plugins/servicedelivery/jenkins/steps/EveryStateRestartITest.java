package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryEvent;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryListener;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * One Jenkins holds one run in every state that a release and a deployment can be in, is stopped, once as an administrator
 * does and once by killing its process, and comes back in a new JVM: every run comes to the end that it would have had.
 */
class EveryStateRestartITest {
    /** Fast enough to be over soon, slow enough that states which last seconds are seen. */
    private static final double SPEED = 20;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension()
            .javaOptions("-Dio.jenkins.plugins.servicedelivery.jenkins.support.TickPool.threads=40")
            .withTimeout(600);

    /** One job, its cluster of the same name, and the state in which it is held. */
    private enum Held {
        RELEASE_PREPARING("release", "Preparing", "", true),
        RELEASE_SHIFTING("release", "Shifting", "", true),
        RELEASE_HOLDING("release", "Holding", "", true),
        RELEASE_PAUSED("release", "Paused", "", true),
        RELEASE_PROMOTING("release", "Promoting", "", true),
        RELEASE_SELECTING("release", "Selecting", "", true),
        RELEASE_ROLLINGBACK("release", "RollingBack", "errors=0.5", false),
        RELEASE_CLEANINGUP("release", "CleaningUp", "errors=0.5", false),
        RELEASE_DISCARDING("release", "Discarding", "errors=0.5", false),
        DEPLOY_PREPARING("environment", "Preparing", "", true),
        DEPLOY_STARTING("environment", "Starting", "", true),
        DEPLOY_SWITCHING("environment", "Switching", "", true),
        DEPLOY_DRAINING("environment", "Draining", "", true),
        DEPLOY_UNLINKING("environment", "Unlinking", "", true),
        DEPLOY_REMOVING("environment", "Removing", "", true),
        DEPLOY_RETIRING("environment", "Retiring", "", true),
        DEPLOY_PRUNING("environment", "Pruning", "", true),
        DEPLOY_RETURNING("environment", "Returning", "never-ready=true", false),
        DEPLOY_WITHDRAWING("environment", "Withdrawing", "never-ready=true", false);

        private final String kind;
        private final String state;
        private final String simulation;
        private final boolean succeeds;

        Held(String kind, String state, String simulation, boolean succeeds) {
            this.kind = kind;
            this.state = state;
            this.simulation = simulation;
            this.succeeds = succeeds;
        }

        String job() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isRelease() {
            return kind.equals("release");
        }

        /**
         * Of deployments it is the second one that is held, because there is something that it replaces; but only the first
         * one has anything to prepare.
         */
        boolean isMet(Record<?, ?> record) {
            return record.kind().equals(kind)
                    && record.state().getClass().getSimpleName().equals(state)
                    && (isRelease() || record.key().value().endsWith(".2") == (this != DEPLOY_PREPARING));
        }

        static Held of(String job) {
            return valueOf(job.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    @Test
    void shouldGoOnFromEveryStateAfterARestart() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(EveryStateRestartITest::holdOneRunInEveryState);
        jenkins.stopJenkins();
        jenkins.startJenkins();
        jenkins.runRemotely(EveryStateRestartITest::everyRunEndsWell);
    }

    @Test
    void shouldGoOnFromEveryStateAfterAKill() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(EveryStateRestartITest::holdOneRunInEveryState);
        jenkins.stopJenkinsForcibly();
        jenkins.startJenkins();
        jenkins.runRemotely(EveryStateRestartITest::everyRunEndsWell);
    }

    private static void holdOneRunInEveryState(JenkinsRule rule) throws Throwable {
        rule.jenkins.setNumExecutors(Held.values().length);
        List<ClusterSettings> clusters = new ArrayList<>();
        for (Held held : Held.values()) {
            SimulatedConnection connection = new SimulatedConnection();
            connection.setSpeed(SPEED);
            connection.setRequestsPerSecond(50);
            clusters.add(new ClusterSettings(held.job(), connection));
        }
        ServiceDeliveryConfiguration.get().setClusters(clusters);
        Holder holder = new Holder();
        ExtensionList.lookup(DeliveryListener.class).add(0, holder);
        for (Held held : Held.values()) {
            start(rule, held);
        }
        await("every run held in its state").atMost(LIMIT).untilAsserted(() -> assertThat(holder.missing())
                .isEmpty());
    }

    private static void start(JenkinsRule rule, Held held) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, held.job());
        Path workspace = Path.of(rule.jenkins.getWorkspaceFor(job).getRemote());
        TeaLine line = TeaLine.in(workspace, new Images().builtIn());
        String payments = line.build("payments");
        String first = line.build("orders");
        line.change("orders", "2", held.simulation);
        String second = line.build("orders");
        String all = "orders: '" + first + "', payments: '" + payments + "'";
        String where = "environment: 'test', cluster: '" + held.job() + "'";
        String script = held.isRelease()
                ? """
                  node {
                    deployEnvironment %s, images: [%s]
                    grayRelease %s, image: [orders: '%s'], strategy: '%s'
                  }
                  """
                        .formatted(where, all, where, second, held == Held.RELEASE_PAUSED ? "manual" : "careful")
                : """
                  node {
                    writeFile file: 'full/tea.yaml', text: %s
                    deployEnvironment %s, images: [%s, mail: '%s'], catalog: 'full'
                    writeFile file: 'small/tea.yaml', text: %s
                    deployEnvironment %s, images: [orders: '%s'], catalog: 'small'
                  }
                  """
                        .formatted(groovy(withMail()), where, all, payments, groovy(TeaLine.catalog()), where, second);
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.scheduleBuild2(0).waitForStart();
    }

    private static String withMail() {
        return TeaLine.catalog()
                .replace(
                        "  payments: {template: text, ports: {http: 8080}}\n",
                        "  payments: {template: text, ports: {http: 8080}}\n"
                                + "  mail: {template: text, ports: {http: 8080}}\n");
    }

    private static String groovy(String text) {
        return "'''" + text.replace("\\", "\\\\") + "'''";
    }

    private static void everyRunEndsWell(JenkinsRule rule) throws Throwable {
        await("the paused release is there")
                .atMost(LIMIT)
                .until(() -> cluster(Held.RELEASE_PAUSED.job()).ports().records().list().stream()
                        .anyMatch(Held.RELEASE_PAUSED::isMet));
        for (Held held : Held.values()) {
            cluster(held.job()).clock().setSpeed(SPEED);
        }
        resume(rule);
        for (Held held : Held.values()) {
            WorkflowRun run = rule.jenkins
                    .getItemByFullName(held.job(), WorkflowJob.class)
                    .getBuildByNumber(1);
            await(held.job()).atMost(LIMIT).until(() -> !run.isBuilding());
            rule.assertBuildStatus(held.succeeds ? Result.SUCCESS : Result.FAILURE, run);
            rule.assertLogContains("going on with", run);
            Record<?, ?> record = lastOf(held);
            assertThat(record.state().isSettled()).as(held.job()).isTrue();
            assertThat(record.state().isOpen()).as(held.job()).isFalse();
            RouteTotals totals =
                    cluster(held.job()).hands().totals(new RouteKey(namespaceOf(record), Name.of("orders")));
            assertThat(totals.lost()).as("requests lost in " + held.job()).isZero();
            assertThat(totals.arrived()).as(held.job()).isPositive();
        }
    }

    private static void resume(JenkinsRule rule) {
        Record<?, ?> paused = lastOf(Held.RELEASE_PAUSED);
        Clusters.get()
                .cluster(Held.RELEASE_PAUSED.job())
                .control()
                .signals()
                .ask(paused.key(), Signal.Kind.RESUME, "alice", "looks good");
    }

    private static String namespaceOf(Record<?, ?> record) {
        return record.plan().namespace();
    }

    private static Record<?, ?> lastOf(Held held) {
        return cluster(held.job()).ports().records().list().stream()
                .<Record<?, ?>>map(record -> record)
                .filter(record -> record.kind().equals(held.kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static SimulatedInstallation cluster(String name) {
        return ((SimulatedConnection.Connected) Clusters.get().connected(name)).installation();
    }

    /** Stops time and the driver of an operation where it has just come into the state in which it is to be held. */
    private static final class Holder implements DeliveryListener {
        private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

        @Override
        public void onEvent(DeliveryEvent event) {
            String name = event.cluster().name();
            if (Held.of(name).isMet(event.progress().record()) && !held.containsKey(name)) {
                cluster(name).clock().setSpeed(0);
                CountDownLatch forever = new CountDownLatch(1);
                held.put(name, forever);
                try {
                    forever.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        Set<String> missing() {
            Set<String> names = new java.util.TreeSet<>();
            for (Held each : Held.values()) {
                names.add(each.job());
            }
            names.removeAll(held.keySet());
            return names;
        }
    }
}
