package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One kind of operation: a pure state machine ({@link #classify}, {@link #next}, {@link #effects}) and the two methods
 * that touch the world ({@link #observe}, {@link #perform}). {@link OperationLoop} drives it; nobody else calls these.
 *
 * @param <P> its frozen plan
 * @param <S> its states, a sealed family
 * @param <O> what it observes
 * @param <T> its situations, a finite set
 * @param <E> its effects, each a value that can be printed
 */
public interface Operation<P extends Plan, S extends State, O, T, E> {
    /** Which operation this is, as its records say it, for example {@code release}. */
    String kind();

    /** Reads the world through ports. Never writes, may block, may be repeated. */
    O observe(P plan, S state, Instant now);

    /** Pure: which of the finite situations this is. */
    T classify(P plan, S state, O observation, Optional<Signal> signal, Instant now);

    /** Pure: what to do in this situation. The observation only supplies numbers and texts for the next state. */
    Decision<S> next(P plan, S state, T situation, O observation, Optional<Signal> signal, Instant now);

    /** Pure: what must be done so that the world looks as this state wants, in order. */
    List<E> effects(P plan, S state);

    /** Carries one effect out. Idempotent; refused by the port where a fence is stale. */
    void perform(P plan, E effect, Fences fences);

    /** Pure: what to do when an effect of this state failed for good; an Await means that nothing can be done about it. */
    Decision<S> onFailure(P plan, S state, DeliveryException failure, Instant now);

    /** Pure: whether this signal means something in this state; others are refused when they are asked for. */
    boolean accepts(S state, Signal.Kind signal);
}
