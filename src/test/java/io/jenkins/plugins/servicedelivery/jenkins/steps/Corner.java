package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.DeployEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.jenkins.LabConnection;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ConnectedCluster;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** One test's corner of a Jenkins that several tests share: a cluster of its own, and jobs that deliver the tea line to it. */
final class Corner {
    /** How many seconds pass on the cluster in one second. */
    static final double SPEED = 40;

    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String NAMESPACE = "tea-test";
    private static final Name ORDERS = Name.of("orders");

    private final JenkinsRule jenkins;
    private final Tea tea;
    private final String cluster;

    Corner(JenkinsRule jenkins, Tea tea, String cluster) {
        this.jenkins = jenkins;
        this.tea = tea;
        this.cluster = cluster;
    }

    /** The environment "test" is up with the first versions, without any build. */
    Corner deployed() throws InterruptedException {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        images.put(ORDERS, ImageReference.parse(tea.orders()));
        images.put(Name.of("payments"), ImageReference.parse(tea.payments()));
        DeployEnvironment.Order order = new DeployEnvironment.Order(
                CatalogReader.read(new TreeMap<>(Map.of("tea.yaml", TeaLine.catalog()))),
                Name.of("tea"),
                Name.of("test"),
                images,
                "somebody");
        new DeployEnvironment(control(), ProtectedNamespaces.STANDARD).deploy(order, plan -> {}, ProgressListener.NONE);
        return this;
    }

    /** What every cluster step begins with. */
    String where() {
        return "environment: 'test', cluster: '" + cluster + "'";
    }

    String deploy(String orders) {
        return "deployEnvironment %s, images: [orders: '%s', payments: '%s']"
                .formatted(where(), orders, tea.payments());
    }

    String release(String image, String strategy) {
        return "grayRelease %s, image: [orders: '%s'], strategy: '%s'".formatted(where(), image, strategy);
    }

    /** A job with these steps in a node whose workspace has the catalog. */
    WorkflowJob job(String steps) throws Exception {
        return scripted(cluster, "node {\n" + steps + "\n}");
    }

    WorkflowJob job(String suffix, String steps) throws Exception {
        return scripted(cluster + "-" + suffix, "node {\n" + steps + "\n}");
    }

    WorkflowJob scripted(String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        catalog(job, TeaLine.catalog());
        return job;
    }

    /** Puts a catalog into the workspace of a job. */
    void catalog(WorkflowJob job, String text) throws Exception {
        Path workspace = Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
        Files.createDirectories(workspace);
        Files.writeString(workspace.resolve("tea.yaml"), text);
    }

    static WorkflowRun start(WorkflowJob job) throws Exception {
        return job.scheduleBuild2(0).waitForStart();
    }

    /** Starts a build, and stops time as soon as an operation has come into this state. */
    WorkflowRun startUntil(WorkflowJob job, Class<? extends State> state) throws Exception {
        tea.freezer().freezeIn(cluster, state);
        WorkflowRun run = start(job);
        await(state.getSimpleName()).atMost(LIMIT).until(() -> tea.freezer().isFrozen(cluster) || !run.isBuilding());
        assertThat(tea.freezer().isFrozen(cluster))
                .as(() -> "frozen: " + log(run))
                .isTrue();
        return run;
    }

    /** Time goes on, and who has been told that it will never do so looks again. */
    void thaw() {
        installation(cluster).clock().setSpeed(SPEED);
        records().forEach(record -> Drives.get().wake(new OperationRef(cluster, record.key())));
    }

    void awaitState(String keyPrefix, Class<? extends State> state) {
        await(state.getSimpleName()).atMost(LIMIT).until(() -> find(keyPrefix)
                .filter(record -> state.isInstance(record.state()))
                .isPresent());
    }

    /** Where no requests have moved yet nothing on the way back needs time, and it may be over before anybody looks. */
    void awaitWayBack(String keyPrefix) {
        await("the way back").atMost(LIMIT).until(() -> find(keyPrefix)
                .filter(record -> record.state().isGoingBack() || record.state().isTerminal())
                .isPresent());
    }

    WorkflowRun awaitEnd(WorkflowRun run, Result result) throws Exception {
        await(run.getFullDisplayName()).atMost(LIMIT).until(() -> !run.isBuilding());
        jenkins.assertBuildStatus(result, run);
        return run;
    }

    /** The newest record whose key begins so. */
    Record<?, ?> record(String keyPrefix) {
        return find(keyPrefix).orElseThrow(() -> new AssertionError("no record begins with " + keyPrefix));
    }

    Optional<Record<?, ?>> find(String keyPrefix) {
        return records().stream()
                .filter(record -> record.key().value().startsWith(keyPrefix))
                .max(Comparator.comparing(record -> record.created()));
    }

    List<Record<?, ?>> records() {
        return control().ports().records().list().stream()
                .<Record<?, ?>>map(record -> record)
                .toList();
    }

    OperationRef ref(String keyPrefix) {
        return new OperationRef(cluster, record(keyPrefix).key());
    }

    /** How the requests of orders are divided as it is written, in percent by version. */
    Map<String, Integer> weights() {
        return control()
                .ports()
                .router()
                .observe(new RouteKey(NAMESPACE, ORDERS))
                .orElseThrow()
                .written()
                .weights()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().percent()));
    }

    /** The name of the version that gets every request of orders. */
    Optional<String> only() {
        return weights().entrySet().stream()
                .filter(entry -> entry.getValue() == 100)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    RouteTotals totals() {
        return installation(cluster).hands().totals(new RouteKey(NAMESPACE, ORDERS));
    }

    List<String> evidence(String keyPrefix) {
        return control().ports().records().evidence(record(keyPrefix).key()).stream()
                .map(evidence -> evidence.kind() + ": " + evidence.text())
                .toList();
    }

    void ask(String keyPrefix, Signal.Kind kind, String by, String why) {
        control().signals().ask(record(keyPrefix).key(), kind, by, why);
    }

    /** Nothing is held or driven any more, and no request was lost. */
    void assertTidy() {
        await("no driver").atMost(LIMIT).untilAsserted(() -> assertThat(records())
                .allSatisfy(record -> assertThat(Drives.get().driverOf(new OperationRef(cluster, record.key())))
                        .as("driver of " + record.key())
                        .isEmpty()));
        assertThat(control().ports().leases().list()).allSatisfy(claim -> assertThat(claim)
                .as(claim.name() + " of " + claim.holder() + " for " + claim.purpose())
                .matches(Claim::isFree, "is free"));
        assertThat(totals().lost()).as("lost requests").isZero();
        assertThat(totals().arrived()).isPositive();
    }

    /** The cluster, where it is one of the lab. */
    LabConnection.Lab lab() {
        return LabConnection.lab(cluster);
    }

    String cluster() {
        return cluster;
    }

    ClusterControl control() {
        return Clusters.get().cluster(cluster).control();
    }

    SimulatedInstallation installation() {
        return installation(cluster);
    }

    static SimulatedInstallation installation(String name) {
        ConnectedCluster connected = Clusters.get().connected(name);
        return connected instanceof SimulatedConnection.Connected simulated
                ? simulated.installation()
                : ((LabConnection.Lab) connected).installation();
    }

    static String log(WorkflowRun run) throws RuntimeException {
        try {
            return JenkinsRule.getLog(run);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static File xml(WorkflowRun run) {
        return new File(run.getRootDir(), "build.xml");
    }
}
