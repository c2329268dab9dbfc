package io.jenkins.plugins.servicedelivery.core.environment;

/** What a recycle operation can find when it looks. */
public enum RecycleSituation {
    /** The namespace belongs to somebody else. */
    NOT_OURS,
    /** Routes are left, and the state wants none. */
    ROUTES_LEFT,
    /** The namespace is there, and nobody has asked for its removal. */
    NAMESPACE_LEFT,
    /** The namespace is being removed. */
    GOING,
    /** Everything that this state wants gone is gone. */
    GONE
}
