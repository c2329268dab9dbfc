package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.State;

/** A short name for a state of an operation that does not change with its numbers, so that views can say it in any language. */
final class StateCode {
    /** Of a version that an operation found running and left alone. */
    static final String IN_PLACE = "environment.InPlace";

    private StateCode() {}

    /** The kind of the operation and the name of its state, for example {@code release.Holding}. */
    static String of(Record<?, ?> record) {
        return record.kind() + "." + record.state().getClass().getSimpleName();
    }

    /** Whether nothing of the environment is left. */
    static boolean isRecycled(State state) {
        return state instanceof RecycleState.Recycled;
    }
}
