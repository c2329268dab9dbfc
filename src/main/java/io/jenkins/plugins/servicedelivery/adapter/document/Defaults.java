package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.config.KeyClass;
import io.jenkins.plugins.servicedelivery.core.config.ValueType;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.time.Duration;

/** What holds where a catalog says nothing. The schemas of the kinds and the reference of the catalog say the same. */
final class Defaults {
    static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
    static final String USER = "65532";
    static final String WORKING_DIRECTORY = "/app";
    static final String PROBE = "/health";

    static final int REPLICAS = 1;
    static final Duration READY_WITHIN = Duration.ofMinutes(5);

    static final KeyClass KEY_CLASS = KeyClass.INTERNAL;
    static final ValueType VALUE_TYPE = ValueType.TEXT;

    static final Duration INTERVAL = Duration.ofSeconds(30);
    static final Duration WARM_UP = Duration.ofSeconds(10);
    static final double ERROR_TOLERANCE = 0.01;
    static final int MINIMUM_REQUESTS = 200;
    static final double FALSE_ALARM = 0.01;
    static final Duration PATIENCE = Duration.ofMinutes(5);
    static final ReleaseStrategy.Inconclusive INCONCLUSIVE = ReleaseStrategy.Inconclusive.PAUSE;

    static final Duration IN_EFFECT_WITHIN = Duration.ofMinutes(1);
    static final Duration KEEP = Duration.ofHours(24);
    static final Duration ABANDON_AFTER = Duration.ofMinutes(30);

    static final Severity UNDECLARED = Severity.ERROR;
    static final Severity UNUSED = Severity.WARNING;

    private Defaults() {}
}
