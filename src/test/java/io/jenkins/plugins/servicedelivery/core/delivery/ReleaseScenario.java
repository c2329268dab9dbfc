package io.jenkins.plugins.servicedelivery.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.adapter.simulated.ImagePull;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Releases of the shop's orders service on a simulated cluster, told as a story:
 * {@code given().stable("v1").and().candidate("v2").answersWithErrors(0.08).when().released().then().isRolledBack()}.
 */
final class ReleaseScenario {
    static final Name ORDERS = Name.of("orders");
    static final String NAMESPACE = "shop-production";
    static final RouteKey ROUTE = new RouteKey(NAMESPACE, ORDERS);

    private static final String SIMULATION = "io.jenkins.service-delivery.simulation.";

    final Map<Digest, Map<String, String>> labels = new HashMap<>();
    final SimulatedInstallation simulated;
    final Catalog shop;
    private final TreeMap<Name, ReleaseStrategy> strategies;
    ClusterControl control;
    ReleaseOutcome outcome;
    RuntimeException refusal;
    String candidate = "";
    private final Map<Class<?>, Runnable> disturbances = new LinkedHashMap<>();
    private UnaryOperator<MetricSource> metrics = UnaryOperator.identity();
    private UnaryOperator<Router> router = UnaryOperator.identity();

    private ReleaseScenario(Function<ImagePull, SimulatedInstallation> cluster, ReleaseStrategy strategy) {
        simulated = cluster.apply(image -> image.digest().map(digest -> labels.getOrDefault(digest, Map.of())));
        shop = CatalogFixtures.shop();
        strategies = new TreeMap<>(Map.of(strategy.name(), strategy));
        control = control("first");
    }

    /** A shop whose services get 50 requests a second, released by the careful strategy. */
    static ReleaseScenario given() {
        return given(50, CatalogFixtures.careful());
    }

    static ReleaseScenario given(double requestsPerSecond, ReleaseStrategy strategy) {
        SimulationSettings settings = SimulationSettings.standard().requestsPerSecond(requestsPerSecond);
        return new ReleaseScenario(images -> SimulatedInstallation.inMemory(settings, images), strategy);
    }

    /** The same shop on a cluster whose time runs this many times as fast as that of the machine. */
    static ReleaseScenario givenRunning(double speed) {
        SimulationSettings settings = SimulationSettings.standard().requestsPerSecond(50);
        return new ReleaseScenario(
                images -> SimulatedInstallation.inMemoryRunning(settings, images, RecordKinds.ALL, speed),
                CatalogFixtures.careful());
    }

    ReleaseScenario and() {
        return this;
    }

    ReleaseScenario when() {
        return this;
    }

    ReleaseScenario then() {
        return this;
    }

    /** This build of the orders service is up and has all requests. */
    ReleaseScenario stable(String build) {
        ClusterPorts ports = simulated.ports();
        Fence fence = new Fence(NAMESPACE + "/orders", 1);
        ConfiguredVersion version = version(build);
        Ownership owner = new Ownership(CatalogFixtures.SHOP, CatalogFixtures.PRODUCTION);
        ports.cluster().createNamespace(NAMESPACE, owner, fence);
        ports.configs().publish(NAMESPACE, version.configuration(), fence);
        ports.cluster().apply(NAMESPACE, version.objects(ports.renderer(), owner, 3), fence);
        simulated.hands().makeReady(NAMESPACE, version.name());
        ports.cluster()
                .apply(
                        NAMESPACE,
                        ports.renderer().stable(owner, ORDERS, version.version().ports(), version.name()),
                        fence);
        ports.router().write(ROUTE, Route.allTo(version.name()), fence);
        simulated.clock().turn(Duration.ofMinutes(1));
        return this;
    }

    ReleaseScenario candidate(String build) {
        candidate = build;
        return this;
    }

    /** The candidate built last answers this share of its requests with an error. */
    ReleaseScenario answersWithErrors(double share) {
        labels.put(digest(candidate), Map.of(SIMULATION + "errors", Double.toString(share)));
        return this;
    }

    ReleaseScenario neverBecomesReady() {
        labels.put(digest(candidate), Map.of(SIMULATION + "never-ready", "true"));
        return this;
    }

    /** The metric source is replaced by what this makes of it. */
    ReleaseScenario metricsThrough(UnaryOperator<MetricSource> change) {
        metrics = change;
        control = control("first");
        return this;
    }

    ReleaseScenario routesThrough(UnaryOperator<Router> change) {
        router = change;
        control = control("first");
        return this;
    }

    /** Does this once, just after the release has come into a state of this kind. */
    ReleaseScenario disturbedIn(Class<? extends ReleaseState> state, Runnable disturbance) {
        disturbances.put(state, disturbance);
        return this;
    }

    ReleaseScenario released() {
        attempt(() -> new GrayRelease(control).release(order(), plan -> {}, this::progressed));
        return this;
    }

    ReleaseScenario rolledBackBy(String person) {
        attempt(() ->
                new RollbackRelease(control).rollback(environment(), ORDERS, person, "wrong prices", this::progressed));
        return this;
    }

    ReleaseScenario resumedBy(String person) {
        attempt(() -> new SteerRelease(control).resume(environment(), ORDERS, person, "go on", this::progressed));
        return this;
    }

    void pausedBy(String person) {
        new SteerRelease(control).pause(environment(), ORDERS, person, "let me look");
    }

    /** Asks for a rollback while another drives the release, and does not wait. */
    void asksToRollBack(String person) {
        control.signals().ask(key(), Signal.Kind.ROLLBACK, person, "");
    }

    /** Another process takes over, which knows nothing but what the cluster keeps. */
    ReleaseScenario restarted() {
        control = control("second");
        return this;
    }

    ReleaseScenario afterwards(Duration length) {
        simulated.clock().turn(length);
        return this;
    }

    ReleaseScenario tended() {
        try {
            control.caretaker().tend(progress -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    ReleaseScenario isPromoted() {
        assertThat(refusal).isNull();
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(ReleaseOutcome.Result.PROMOTED);
        assertThat(liveVersion()).isEqualTo(version(candidate).name());
        assertThat(weights().get(version(candidate).name()).percent()).isEqualTo(100);
        return this;
    }

    ReleaseScenario isRolledBackTo(String build) {
        assertThat(refusal).isNull();
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(ReleaseOutcome.Result.ROLLED_BACK);
        assertThat(liveVersion()).isEqualTo(version(build).name());
        assertThat(weights().keySet()).containsExactly(version(build).name());
        assertThat(hasObjectsOf(candidate)).isFalse();
        return this;
    }

    ReleaseScenario isPausedAt(int weight) {
        assertThat(refusal).isNull();
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(ReleaseOutcome.Result.PAUSED);
        assertThat(weights().get(version(candidate).name()).percent()).isEqualTo(weight);
        return this;
    }

    ReleaseScenario isRefused(String... words) {
        assertThat(refusal).isNotNull().hasMessageContainingAll(words);
        return this;
    }

    ReleaseScenario because(String... words) {
        assertThat(outcome.reason()).contains(words);
        return this;
    }

    ReleaseScenario noRequestWasLost() {
        RouteCounts served = outcome.served().orElseThrow();
        assertThat(served.total()).isPositive();
        assertThat(served.lost()).isZero();
        assertThat(simulated.hands().totals(ROUTE).lost()).isZero();
        return this;
    }

    ReleaseScenario tells(String... words) {
        assertThat(story()).anySatisfy(line -> assertThat(line).contains(words));
        return this;
    }

    /** What the record of the release tells, one line each. */
    List<String> story() {
        return evidence().stream().map(Evidence::text).toList();
    }

    List<Evidence> evidence() {
        return control.ports().records().evidence(key());
    }

    Record<?, ?> record() {
        return control.ports().records().read(key()).orElseThrow();
    }

    RecordKey key() {
        return new RecordKey("release-" + NAMESPACE + "-" + version(candidate).name());
    }

    ReleaseState state() {
        return (ReleaseState) record().state();
    }

    String liveVersion() {
        return simulated.ports().cluster().observe(NAMESPACE).stable().get(ORDERS);
    }

    Map<String, Weight> weights() {
        return simulated.ports().router().observe(ROUTE).orElseThrow().written().weights();
    }

    boolean hasObjectsOf(String build) {
        return simulated.ports().renderer().refsOfVersion(version(build).name()).stream()
                .anyMatch(ref -> simulated.hands().hasObject(NAMESPACE, ref));
    }

    void deleteObjectsOf(String build) {
        for (ObjectRef ref :
                simulated.ports().renderer().refsOfVersion(version(build).name())) {
            simulated.hands().deleteObject(NAMESPACE, ref);
        }
    }

    ConfiguredVersion version(String build) {
        Service service = shop.service(CatalogFixtures.SHOP, ORDERS);
        return ConfiguredVersion.of(
                service,
                CatalogFixtures.javaService(),
                image(build),
                shop.configuration(CatalogFixtures.SHOP)
                        .revision(CatalogFixtures.PRODUCTION, ORDERS)
                        .values());
    }

    static ImageReference image(String build) {
        return ImageReference.parse("registry.local/shop/orders").at(digest(build));
    }

    ReleaseOrder order() {
        return order(image(candidate));
    }

    ReleaseOrder order(ImageReference image) {
        return new ReleaseOrder(
                new Catalog(
                        shop.lines(),
                        shop.templates(),
                        shop.environments(),
                        shop.configSets(),
                        strategies,
                        shop.scanPolicies(),
                        shop.branchFlows()),
                CatalogFixtures.SHOP,
                CatalogFixtures.PRODUCTION,
                new TreeMap<>(Map.of(ORDERS, image)),
                strategies.firstKey(),
                "alice");
    }

    Environment environment() {
        return shop.environment(CatalogFixtures.SHOP, CatalogFixtures.PRODUCTION);
    }

    private ClusterControl control(String holder) {
        ClusterPorts all = simulated.ports();
        ClusterPorts ports = new ClusterPorts(
                all.cluster(),
                all.renderer(),
                router.apply(all.router()),
                all.leases(),
                all.records(),
                all.configs(),
                metrics.apply(all.metrics()),
                all.time());
        ReleaseOperation releases = new ReleaseOperation(
                ports.cluster(), ports.renderer(), ports.router(), ports.configs(), ports.metrics());
        return new ClusterControl(ports, new Operations(List.of(releases)), holder);
    }

    private void progressed(Progress<?, ?> progress) {
        if (progress instanceof Progress.Moved<?, ?> moved) {
            Optional.ofNullable(disturbances.remove(moved.record().state().getClass()))
                    .ifPresent(Runnable::run);
        }
    }

    private void attempt(Attempt attempt) {
        refusal = null;
        try {
            outcome = attempt.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (RuntimeException e) {
            refusal = e;
        }
    }

    private static Digest digest(String build) {
        return Digest.of("orders " + build);
    }

    @FunctionalInterface
    private interface Attempt {
        ReleaseOutcome run() throws InterruptedException;
    }
}
