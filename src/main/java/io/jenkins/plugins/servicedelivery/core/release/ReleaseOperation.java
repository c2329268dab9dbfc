package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Renderer;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.CreateVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.RemoveVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.SelectStable;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.WriteRoute;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Extent;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Reading;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Seen;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gray release of one service: its state machine, and the ports through which it sees and changes the world. */
public final class ReleaseOperation
        implements Operation<ReleasePlan, ReleaseState, ReleaseObservation, ReleaseSituation, ReleaseEffect> {
    /** What the records of releases call their kind. */
    public static final String KIND = "release";

    private final Cluster cluster;
    private final Renderer renderer;
    private final Router router;
    private final ConfigStore configs;
    private final MetricSource metrics;

    public ReleaseOperation(
            Cluster cluster, Renderer renderer, Router router, ConfigStore configs, MetricSource metrics) {
        this.cluster = cluster;
        this.renderer = renderer;
        this.router = router;
        this.configs = configs;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ReleaseObservation observe(ReleasePlan plan, ReleaseState state, Instant now) {
        NamespaceView view = cluster.observe(plan.namespace());
        boolean there = view.presence() == NamespaceView.Presence.PRESENT
                && view.owner().equals(Optional.of(plan.owner()));
        return new ReleaseObservation(
                there,
                seen(view, plan.stable().name()),
                seen(view, plan.candidate().name()),
                Optional.ofNullable(view.stable().get(plan.service())),
                router.observe(plan.route()),
                state instanceof Holding holding && !now.isBefore(holding.nextLook())
                        ? read(plan, new Window(holding.windowFrom(), now))
                        : Reading.NONE);
    }

    @Override
    public ReleaseSituation classify(
            ReleasePlan plan, ReleaseState state, ReleaseObservation seen, Optional<Signal> signal, Instant now) {
        return new ReleaseClassifier(plan, seen, signal.map(Signal::kind), now).classify(state);
    }

    @Override
    public Decision<ReleaseState> next(
            ReleasePlan plan,
            ReleaseState state,
            ReleaseSituation situation,
            ReleaseObservation seen,
            Optional<Signal> signal,
            Instant now) {
        return new ReleaseDecisions(plan, situation, seen, signal, now).next(state);
    }

    @Override
    public List<ReleaseEffect> effects(ReleasePlan plan, ReleaseState state) {
        return ReleaseEffects.of(plan, state);
    }

    @Override
    public void perform(ReleasePlan plan, ReleaseEffect effect, Fences fences) {
        Fence fence = fences.of(plan.claim());
        if (effect instanceof CreateVersion create) {
            create(plan, create, fence);
        } else if (effect instanceof WriteRoute write) {
            router.write(plan.route(), write.route(), fence);
        } else if (effect instanceof SelectStable select) {
            cluster.apply(
                    plan.namespace(),
                    renderer.stable(plan.owner(), plan.service(), select.ports(), select.version()),
                    fence);
        } else if (effect instanceof RemoveVersion remove) {
            cluster.remove(plan.namespace(), renderer.refsOfVersion(remove.version()), fence);
        }
    }

    @Override
    public Decision<ReleaseState> onFailure(
            ReleasePlan plan, ReleaseState state, DeliveryException failure, Instant now) {
        return ReleaseFailures.decide(state, failure, now);
    }

    @Override
    public boolean accepts(ReleaseState state, Signal.Kind signal) {
        return ReleaseSignals.accepts(state, signal);
    }

    private void create(ReleasePlan plan, CreateVersion create, Fence fence) {
        ConfiguredVersion version = create.version();
        configs.publish(plan.namespace(), version.configuration(), fence);
        cluster.apply(plan.namespace(), version.objects(renderer, plan.owner(), create.replicas()), fence);
    }

    private Seen seen(NamespaceView view, String version) {
        List<ObjectRef> wanted = renderer.refsOfVersion(version);
        long there = wanted.stream().filter(view.objects()::contains).count();
        Extent extent = there == 0 ? Extent.NONE : there == wanted.size() ? Extent.ALL : Extent.SOME;
        return new Seen(extent, Optional.ofNullable(view.versions().get(version)));
    }

    /** A metric source that is down must neither let a hold pass nor keep a rollback from being obeyed: it is trouble to judge. */
    private Reading read(ReleasePlan plan, Window window) {
        try {
            return new Reading(
                    metrics.counts(plan.route(), plan.candidate().name(), window),
                    metrics.counts(plan.route(), plan.stable().name(), window),
                    "");
        } catch (DeliveryException e) {
            return new Reading(Optional.empty(), Optional.empty(), e.because());
        }
    }
}
