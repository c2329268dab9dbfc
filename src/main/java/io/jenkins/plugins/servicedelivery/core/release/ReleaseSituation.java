package io.jenkins.plugins.servicedelivery.core.release;

/** Everything that can be the matter with a release, seen from the state it is in. */
public enum ReleaseSituation {
    /** The namespace is gone, or is going: there is nothing left to release into. */
    NAMESPACE_GONE,
    /** The service was pointed at another version from outside, after the promotion. */
    MOVED_ON,
    /** The old version is the live one again, or a route names it: it must stay. */
    OLD_IN_USE,

    ROLLBACK_ASKED,
    PAUSE_ASKED,
    RESUME_ASKED,
    SUPERSEDE_ASKED,

    /** Not all objects of the candidate are there yet. */
    CANDIDATE_INCOMPLETE,
    CANDIDATE_STARTING,
    /** It has not become ready within its limit. */
    CANDIDATE_LATE,
    CANDIDATE_READY,
    /** It has requests, and no instance to answer them. */
    CANDIDATE_LOST,
    /** Stable has no ready instance. */
    STABLE_LOST,

    /** The route does not say what the state wants: not written yet, or edited by somebody else. */
    ROUTE_CHANGED,
    /** Written, and not yet in effect. */
    ROUTE_PENDING,
    /** Not in effect within its limit. */
    ROUTE_LATE,
    ROUTE_IN_EFFECT,
    /** It was out of effect for a while since the window began. */
    ROUTE_INTERRUPTED,

    BETWEEN_LOOKS,
    LOOK_UNDECIDED,
    LOOK_PASSES,
    LOOK_FAILS,
    LOOK_INCONCLUSIVE,

    /** The stable Service does not select what the state wants. */
    SELECTOR_ELSEWHERE,
    /** A version that lost its weight, or its reference, may still be finishing requests. */
    DRAINING,
    DRAINED,

    KEEP_RUNS,
    KEEP_OVER,

    OBJECTS_LEFT,
    OBJECTS_GONE,

    /** A pause goes on. */
    PAUSE_LASTS,
    /** The release has ended. */
    ENDED
}
