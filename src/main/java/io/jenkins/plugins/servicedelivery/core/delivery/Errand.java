package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;

/**
 * A verb on its way, for callers that must not hold a thread while operations run: it says which operation has to be
 * driven now, and, once its own one is settled, what became of it. {@link Driver#run} is the blocking form.
 *
 * @param <R> what becomes of it
 */
public interface Errand<R> {
    /**
     * Decides what is to be driven now, and writes the record of its own operation when nothing is in front of it. Does
     * not wait for operations, but asks the cluster. Call it again after every {@link Next.First} that was driven until
     * it is settled. An errand that is made anew after a crash finds out by itself how far the last one came.
     *
     * @throws DeliveryException where it is refused, something is in its way, or the cluster does not answer
     */
    Next<R> begin();

    /** What became of it, told from the settled record of its own operation. */
    R outcome(Record<?, ?> settled);

    /** What is to be done now. */
    sealed interface Next<R> {
        /** An earlier operation has to be driven until it is settled before this errand can go on. */
        record First<R>(RecordKey key) implements Next<R> {}

        /** The errand's own operation, to be driven until it is settled. */
        record Own<R>(RecordKey key) implements Next<R> {}

        /** There is nothing to drive. */
        record Nothing<R>(R outcome) implements Next<R> {}
    }
}
