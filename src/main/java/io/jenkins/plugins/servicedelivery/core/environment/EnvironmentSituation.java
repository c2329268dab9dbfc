package io.jenkins.plugins.servicedelivery.core.environment;

/** What an environment operation can find when it looks. */
public enum EnvironmentSituation {
    /** Somebody wants everything back as it was. */
    ROLLBACK_ASKED,
    /** The namespace is gone, is going, or belongs to somebody else. */
    NAMESPACE_LOST,
    /** Before anything was touched: what is there is not what the plan was made from. */
    PLAN_OUTDATED,
    /** The world does not show what the state's effects should have done. */
    NOT_IN_PLACE,
    /** All effects are in place, and time is needed: to become ready, to be in effect, to drain. */
    WAITING,
    /** The state has lasted longer than it may. */
    OVERDUE,
    /** Everything that this state wants is so. */
    DONE
}
