package io.jenkins.plugins.servicedelivery.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the process at every single call of every port, before and after its effect, and starts it again: the second
 * process must come to the same end as an undisturbed one, and nothing may have been done twice or left out.
 */
class CrashWalkTest {
    private static final Catalog SHOP = inAHurry(CatalogFixtures.shop());
    private static final Set<String> READING =
            Set.of("observe", "read", "list", "evidence", "history", "counts", "served");
    private static final Name ORDERS = Name.of("orders");
    private static final Environment PRODUCTION = SHOP.environment(CatalogFixtures.SHOP, CatalogFixtures.PRODUCTION);
    private static final Environment TEST = SHOP.environment(CatalogFixtures.SHOP, CatalogFixtures.TEST);

    /** What is killed: the work that comes before it is done undisturbed. */
    enum Work {
        DEPLOYMENT_OF_A_NEW_ENVIRONMENT {
            @Override
            void before(ClusterControl control) {}

            @Override
            void killed(ClusterControl control) throws InterruptedException {
                deploy(control, PRODUCTION, images("1"));
            }
        },
        DEPLOYMENT_OF_A_CHANGE {
            @Override
            void before(ClusterControl control) throws InterruptedException {
                deploy(control, PRODUCTION, images("1"));
            }

            @Override
            void killed(ClusterControl control) throws InterruptedException {
                deploy(control, PRODUCTION, Map.of(ORDERS, image(ORDERS, "2")));
            }
        },
        GRAY_RELEASE {
            @Override
            void before(ClusterControl control) throws InterruptedException {
                deploy(control, PRODUCTION, images("1"));
            }

            @Override
            void killed(ClusterControl control) throws InterruptedException {
                release(control, "2");
            }
        },
        ROLLBACK_AFTER_PROMOTION {
            @Override
            void before(ClusterControl control) throws InterruptedException {
                deploy(control, PRODUCTION, images("1"));
                release(control, "2");
            }

            @Override
            void killed(ClusterControl control) throws InterruptedException {
                if (isReleasing(control)) {
                    new RollbackRelease(control).rollback(PRODUCTION, ORDERS, "alice", "", ProgressListener.NONE);
                }
            }
        },
        RECYCLE {
            @Override
            void before(ClusterControl control) throws InterruptedException {
                deploy(control, TEST, images("1"));
            }

            @Override
            void killed(ClusterControl control) throws InterruptedException {
                new RecycleEnvironment(control, ProtectedNamespaces.STANDARD)
                        .recycle(SHOP, CatalogFixtures.SHOP, TEST.name(), "alice", ProgressListener.NONE);
            }
        };

        abstract void before(ClusterControl control) throws InterruptedException;

        abstract void killed(ClusterControl control) throws InterruptedException;
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void shouldComeToTheSameEndWhenKilledAtAnyCall(Work work) throws InterruptedException {
        Faults counting = Faults.none();
        End undisturbed = end(work, counting, false);

        List<String> deviations = new ArrayList<>();
        for (int call = 1; call <= counting.calls(); call++) {
            for (Faults.Kind kind : List.of(Faults.Kind.CRASH_BEFORE, Faults.Kind.CRASH_AFTER)) {
                End end = end(work, Faults.at(call, kind), true);
                if (!end.equals(undisturbed)) {
                    deviations.add(kind + " of call " + call + ", "
                            + counting.journal().get(call - 1) + ": " + end);
                }
            }
        }

        assertThat(undisturbed.changes()).isNotEmpty();
        assertThat(counting.calls()).isGreaterThan(20);
        assertThat(deviations).as("undisturbed: %s", undisturbed).isEmpty();
    }

    /** Before and after a call that only reads, the world is the same. */
    private static List<Faults.Kind> pointsOf(String call) {
        return READING.contains(call.substring(call.indexOf('.') + 1))
                ? List.of(Faults.Kind.CRASH_BEFORE)
                : List.of(Faults.Kind.CRASH_BEFORE, Faults.Kind.CRASH_AFTER);
    }

    /** How the world looks in the end, and everything that was done to it. */
    private record End(List<String> changes, Map<String, String> states, Map<Name, String> live, long lost) {}

    private static End end(Work work, Faults faults, boolean dies) throws InterruptedException {
        SimulatedInstallation installation = SimulatedInstallation.inMemory();
        EffectJournal journal = new EffectJournal();
        ClusterPorts ports = journal.on(installation.ports());
        work.before(process(ports));
        journal.forget();
        Instant begin = ports.time().now();

        boolean died = false;
        try {
            work.killed(process(faults.on(ports)));
        } catch (CrashError e) {
            died = true;
            work.killed(process(ports));
        }

        assertThat(died).as("the process dies").isEqualTo(dies);
        return look(ports, journal, begin);
    }

    /** Two short steps pass through every state that many long ones do, in a tenth of the calls. */
    private static Catalog inAHurry(Catalog shop) {
        ReleaseStrategy careful = shop.strategy(CatalogFixtures.CAREFUL);
        ReleaseStrategy quick = new ReleaseStrategy(
                careful.name(),
                List.of(step(30), step(60)),
                new ReleaseStrategy.JudgeSettings(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        0.01,
                        100,
                        0.01,
                        Duration.ofMinutes(5),
                        ReleaseStrategy.Inconclusive.PAUSE),
                careful.readyWithin(),
                careful.inEffectWithin(),
                careful.keep(),
                careful.abandonAfter());
        return new Catalog(
                shop.lines(),
                shop.templates(),
                shop.environments(),
                shop.configSets(),
                new TreeMap<>(Map.of(quick.name(), quick)),
                shop.scanPolicies(),
                shop.branchFlows());
    }

    private static ReleaseStrategy.Step step(int weight) {
        return new ReleaseStrategy.Step(new Weight(weight), Duration.ofSeconds(20), false);
    }

    private static ClusterControl process(ClusterPorts ports) {
        return new ClusterControl(ports, Operations.on(ports), "test");
    }

    private static End look(ClusterPorts ports, EffectJournal journal, Instant begin) {
        SortedMap<String, String> states = new TreeMap<>();
        for (Record<?, ?> record : ports.records().list()) {
            states.put(record.key().value(), record.state().getClass().getSimpleName());
        }
        RouteKey orders = new RouteKey(PRODUCTION.namespace(), ORDERS);
        long lost = ports.metrics()
                .served(orders, new Window(begin, ports.time().now()))
                .map(RouteCounts::lost)
                .orElse(0L);
        Map<Name, String> live = ports.cluster().observe(PRODUCTION.namespace()).stable();
        return new End(journal.lines().stream().sorted().toList(), states, live, lost);
    }

    private static void deploy(ClusterControl control, Environment environment, Map<Name, ImageReference> images)
            throws InterruptedException {
        new DeployEnvironment(control, ProtectedNamespaces.STANDARD)
                .deploy(
                        new DeployEnvironment.Order(
                                SHOP, CatalogFixtures.SHOP, environment.name(), new TreeMap<>(images), "alice"),
                        plan -> {},
                        ProgressListener.NONE);
    }

    private static void release(ClusterControl control, String build) throws InterruptedException {
        new GrayRelease(control)
                .release(
                        new ReleaseOrder(
                                SHOP,
                                CatalogFixtures.SHOP,
                                PRODUCTION.name(),
                                new TreeMap<>(Map.of(ORDERS, image(ORDERS, build))),
                                CatalogFixtures.CAREFUL,
                                "alice"),
                        plan -> {},
                        ProgressListener.NONE);
    }

    private static boolean isReleasing(ClusterControl control) {
        return control.ports().records().list().stream()
                .anyMatch(record ->
                        record.kind().equals("release") && !record.state().isTerminal());
    }

    private static Map<Name, ImageReference> images(String build) {
        Map<Name, ImageReference> images = new TreeMap<>();
        SHOP.line(CatalogFixtures.SHOP).services().keySet().forEach(name -> images.put(name, image(name, build)));
        return images;
    }

    private static ImageReference image(Name service, String build) {
        return ImageReference.parse("registry.local/shop/" + service).at(Digest.of(service + build));
    }
}
