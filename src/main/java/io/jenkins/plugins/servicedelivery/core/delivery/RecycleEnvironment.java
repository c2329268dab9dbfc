package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObservedEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleOperation;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlanner;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Optional;

/** The verb {@code recycleEnvironment}: removes an environment with everything in it, and waits until it is gone. */
public final class RecycleEnvironment {
    private static final Duration ABANDON_AFTER = Duration.ofMinutes(30);

    private final ClusterControl control;
    private final RecyclePlanner planner;

    public RecycleEnvironment(ClusterControl control, ProtectedNamespaces protectedNamespaces) {
        this.control = control;
        this.planner = new RecyclePlanner(protectedNamespaces);
    }

    /** The name of the records of an environment's removals. */
    public static RecordKey key(Environment environment) {
        return new RecordKey(RecycleOperation.KIND + "-" + environment.namespace());
    }

    /**
     * Recycles and waits for the end; a removal that was left open is brought to its end.
     *
     * @return the record; empty where there was nothing to remove
     * @throws DeliveryException where it must not be removed, something is in the way, or the cluster does not answer
     */
    public Optional<Record<?, ?>> recycle(
            Catalog catalog, Name line, Name environment, String startedBy, ProgressListener listener)
            throws InterruptedException {
        return control.driver().run(errand(catalog, line, environment, startedBy), listener);
    }

    /** The same for callers that drive it themselves. */
    public Errand<Optional<Record<?, ?>>> errand(Catalog catalog, Name line, Name environment, String startedBy) {
        return new Removal(catalog, line, catalog.environment(line, environment), startedBy);
    }

    /** One removal on its way: the plan is made once, whatever has to be ended before it. */
    private final class Removal implements Errand<Optional<Record<?, ?>>> {
        private final Catalog catalog;
        private final Name line;
        private final Environment doomed;
        private final String startedBy;
        private Optional<Prepared> prepared = Optional.empty();

        private Removal(Catalog catalog, Name line, Environment doomed, String startedBy) {
            this.catalog = catalog;
            this.line = line;
            this.doomed = doomed;
            this.startedBy = startedBy;
        }

        @Override
        public Next<Optional<Record<?, ?>>> begin() {
            return prepared.isPresent() ? goOn(prepared.get()) : prepare();
        }

        @Override
        public Optional<Record<?, ?>> outcome(Record<?, ?> settled) {
            return Optional.of(settled);
        }

        private Next<Optional<Record<?, ?>>> prepare() {
            Optional<Record<?, ?>> open = control.admission().open(key(doomed));
            if (open.isPresent()) {
                return new Next.Own<>(open.get().key());
            }
            ObservedEnvironment observed = ObservedEnvironment.whole(
                    control.ports().cluster(),
                    control.ports().router(),
                    doomed.namespace(),
                    catalog.line(line).services().keySet());
            RecyclePlan plan = planner.plan(doomed, observed).orThrow("Recycling " + line + "/" + doomed.name());
            if (observed.view().presence() == NamespaceView.Presence.ABSENT
                    && observed.routes().isEmpty()) {
                return new Next.Nothing<>(Optional.empty());
            }
            Prepared ready = new Prepared(
                    plan,
                    new Supersession(
                            control, plan.namespace(), plan.services(), startedBy, "recycling " + plan.owner()));
            prepared = Optional.of(ready);
            return goOn(ready);
        }

        private Next<Optional<Record<?, ?>>> goOn(Prepared ready) {
            return ready.releases()
                    .next()
                    .<Next<Optional<Record<?, ?>>>>map(Next.First::new)
                    .orElseGet(() -> new Next.Own<>(RecycleEnvironment.this
                            .begin(doomed, ready.plan(), startedBy)
                            .key()));
        }
    }

    private record Prepared(RecyclePlan plan, Supersession releases) {}

    private Record<?, ?> begin(Environment environment, RecyclePlan plan, String startedBy) {
        return control.admission()
                .begin(new Admission.Request<>(
                        key(environment),
                        RecycleOperation.KIND,
                        plan,
                        new RecycleState.Unrouting(control.ports().time().now()),
                        startedBy,
                        ABANDON_AFTER));
    }
}
