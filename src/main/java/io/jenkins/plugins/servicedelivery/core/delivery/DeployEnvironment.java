package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentOperation;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The verb {@code deployEnvironment}: brings an environment to what the catalog says. The plan is shown before anything is
 * touched; where nothing is to be done, nothing is written, not even a record.
 */
public final class DeployEnvironment {
    private static final Duration ABANDON_AFTER = Duration.ofMinutes(30);

    private final ClusterControl control;
    private final PlanEnvironment planning;

    public DeployEnvironment(ClusterControl control, ProtectedNamespaces protectedNamespaces) {
        this.control = control;
        this.planning = new PlanEnvironment(control.ports(), protectedNamespaces);
    }

    /**
     * What is asked for.
     *
     * @param images the chosen ones, pinned by digest; a service that is not named keeps the image it runs
     * @param startedBy the person, run or command that asks
     */
    public record Order(
            Catalog catalog, Name line, Name environment, SortedMap<Name, ImageReference> images, String startedBy) {}

    /**
     * What became of it.
     *
     * @param record of the operation; empty where nothing was to be done
     */
    public record Outcome(EnvironmentPlan plan, Optional<Record<?, ?>> record) {
        /** Whether the environment is as its plan says. */
        public boolean isReady() {
            return record.isEmpty() || record.get().state() instanceof EnvironmentState.Ready;
        }
    }

    /** The name of the records of an environment's deployments. */
    public static RecordKey key(Environment environment) {
        return new RecordKey(EnvironmentOperation.KIND + "-" + environment.namespace());
    }

    /**
     * Deploys and waits for the end. A deployment of the same environment that was left open is brought to its end first,
     * because this one is planned from what it leaves behind.
     *
     * @param shown gets the plan before anything is touched
     * @throws DeliveryException where it cannot be planned, something is in its way, or the cluster does not answer
     */
    public Outcome deploy(Order order, Consumer<EnvironmentPlan> shown, ProgressListener listener)
            throws InterruptedException {
        return control.driver().run(errand(order, shown), listener);
    }

    /** The same for callers that drive it themselves. */
    public Errand<Outcome> errand(Order order, Consumer<EnvironmentPlan> shown) {
        return new Deployment(order, shown);
    }

    /** What became of a deployment, told from its settled record. */
    public Outcome outcome(Record<?, ?> settled) {
        return new Outcome((EnvironmentPlan) settled.plan(), Optional.of(settled));
    }

    /** One deployment on its way: one that was left open comes first, then releases that only keep their old version. */
    private final class Deployment implements Errand<Outcome> {
        private final Order order;
        private final Consumer<EnvironmentPlan> shown;
        private final Environment environment;
        private boolean lookedForOpen;
        private Optional<Prepared> prepared = Optional.empty();

        private Deployment(Order order, Consumer<EnvironmentPlan> shown) {
            this.order = order;
            this.shown = shown;
            this.environment = order.catalog().environment(order.line(), order.environment());
        }

        @Override
        public Next<Outcome> begin() {
            if (!lookedForOpen) {
                lookedForOpen = true;
                Optional<Record<?, ?>> open = control.admission().open(key(environment));
                if (open.isPresent()) {
                    return new Next.First<>(open.get().key());
                }
            }
            return prepared.isPresent() ? goOn(prepared.get()) : prepare();
        }

        @Override
        public Outcome outcome(Record<?, ?> settled) {
            return DeployEnvironment.this.outcome(settled);
        }

        private Next<Outcome> prepare() {
            EnvironmentPlan plan = plan();
            shown.accept(plan);
            if (plan.changesNothing()) {
                return new Next.Nothing<>(new Outcome(plan, Optional.empty()));
            }
            Prepared ready = new Prepared(plan, releases(plan));
            prepared = Optional.of(ready);
            return goOn(ready);
        }

        /** A promoted release that still keeps its old version could bring it back; what is deployed now ends that. */
        private Supersession releases(EnvironmentPlan plan) {
            return new Supersession(
                    control, plan.namespace(), plan.touchedServices(), order.startedBy(), "deploying " + plan.owner());
        }

        private Next<Outcome> goOn(Prepared ready) {
            Optional<RecordKey> release = ready.releases().next();
            if (release.isPresent()) {
                return new Next.First<>(release.get());
            }
            EnvironmentPlan plan = ready.releases().hasEndedAny() ? plan() : ready.plan();
            return new Next.Own<>(DeployEnvironment.this
                    .begin(environment, plan, order.startedBy())
                    .key());
        }

        private EnvironmentPlan plan() {
            return planning.plan(order.catalog(), order.line(), order.environment(), order.images());
        }
    }

    private record Prepared(EnvironmentPlan plan, Supersession releases) {}

    private Record<?, ?> begin(Environment environment, EnvironmentPlan plan, String startedBy) {
        return control.admission()
                .begin(new Admission.Request<>(
                        key(environment),
                        EnvironmentOperation.KIND,
                        plan,
                        new EnvironmentState.Preparing(control.ports().time().now()),
                        startedBy,
                        ABANDON_AFTER));
    }
}
