package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.environment.ClaimNames;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The records of releases on one cluster: found by service, driven, and summed up as outcomes. */
final class ReleaseRuns {
    private final ClusterControl control;

    ReleaseRuns(ClusterControl control) {
        this.control = control;
    }

    /** The releases of a service that have not ended, the newest first. */
    List<Record<?, ?>> unfinished(String namespace, Name service) {
        String claim = ClaimNames.service(namespace, service);
        return control.ports().records().list().stream()
                .<Record<?, ?>>map(record -> record)
                .filter(record -> record.kind().equals(ReleaseOperation.KIND))
                .filter(record -> record.plan().claims().contains(claim))
                .filter(record -> !record.state().isTerminal())
                .sorted(Comparator.comparing((Record<?, ?> record) -> record.created())
                        .reversed())
                .toList();
    }

    /** The newest release of a service that has not ended. */
    Record<?, ?> current(String tried, String namespace, Name service) {
        return unfinished(namespace, service).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        tried,
                        "no release of " + service + " is going on in " + namespace
                                + " or within its keep window, so there is no version left to return to",
                        "Release the earlier image again; \"status\" shows what there was."));
    }

    /** Drives the release until it is settled and says how it ended. */
    ReleaseOutcome drive(RecordKey key, ProgressListener listener) throws InterruptedException {
        return outcome(control.driver().drive(key, listener));
    }

    /** How a settled release ended, or where it waits. */
    ReleaseOutcome outcome(Record<?, ?> settled) {
        ReleasePlan plan = (ReleasePlan) settled.plan();
        ReleaseState state = (ReleaseState) settled.state();
        return new ReleaseOutcome(
                result(state),
                plan.candidate().name(),
                Optional.of(settled.key()),
                reason(state),
                served(settled, plan));
    }

    private Optional<RouteCounts> served(Record<?, ?> record, ReleasePlan plan) {
        Window span = new Window(record.created(), control.ports().time().now());
        try {
            return control.ports().metrics().served(plan.route(), span);
        } catch (DeliveryException e) {
            return Optional.empty(); // the release has ended as it has, whether its requests can be counted or not
        }
    }

    private static ReleaseOutcome.Result result(ReleaseState state) {
        if (state instanceof ReleaseState.Paused) {
            return ReleaseOutcome.Result.PAUSED;
        }
        return state instanceof ReleaseState.RolledBack
                ? ReleaseOutcome.Result.ROLLED_BACK
                : ReleaseOutcome.Result.PROMOTED;
    }

    private static String reason(ReleaseState state) {
        if (state instanceof ReleaseState.Paused paused) {
            return paused.why();
        }
        return state instanceof ReleaseState.RolledBack back ? back.reason() : state.phrase();
    }
}
