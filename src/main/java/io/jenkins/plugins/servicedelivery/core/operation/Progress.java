package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.time.Duration;

/** What one tick of the loop came to. */
public sealed interface Progress<P extends Plan, S extends State> {
    /** The record as the tick left it. */
    Record<P, S> record();

    /** A new state was recorded and its effects were carried out. Tick again at once. */
    record Moved<P extends Plan, S extends State>(Record<P, S> record, String why) implements Progress<P, S> {}

    /** The effects of the recorded state were carried out again. Tick again soon. */
    record Enforced<P extends Plan, S extends State>(Record<P, S> record, String why) implements Progress<P, S> {}

    /** Nothing to do until something changes or the time has passed. */
    record Waiting<P extends Plan, S extends State>(Record<P, S> record, Duration atMost, String why)
            implements Progress<P, S> {}

    /** The state is settled or terminal; the claims were given back. */
    record Settled<P extends Plan, S extends State>(Record<P, S> record) implements Progress<P, S> {}

    /** The claim cannot be had now; nothing was read or written. Try again after a while or refuse. */
    record Blocked<P extends Plan, S extends State>(Record<P, S> record) implements Progress<P, S> {}

    /** Something did not answer; the next tick finds out how far this one came. */
    record Hindered<P extends Plan, S extends State>(Record<P, S> record, DeliveryException failure)
            implements Progress<P, S> {}
}
