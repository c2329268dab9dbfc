package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import java.io.Serial;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code grayRelease} and {@code rollbackRelease} return. */
public final class ReleaseResult implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What the numbers of requests say where the metric source cannot tell. */
    private static final long UNKNOWN = -1;

    private final String result;
    private final String service;
    private final String version;
    private final String reason;
    private final boolean simulated;
    private final long requests;
    private final long errors;
    private final long lost;

    @CheckForNull
    private final String record;

    ReleaseResult(ReleaseOutcome outcome, String service, boolean simulated) {
        this.result = outcome.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        this.service = service;
        this.version = outcome.version();
        this.reason = outcome.reason();
        this.simulated = simulated;
        Optional<RouteCounts> served = outcome.served();
        this.requests = served.map(RouteCounts::total).orElse(UNKNOWN);
        this.errors = served.map(RouteCounts::errors).orElse(UNKNOWN);
        this.lost = served.map(RouteCounts::lost).orElse(UNKNOWN);
        this.record = outcome.record().map(Object::toString).orElse(null);
    }

    /** {@code promoted}, {@code rolled back} or {@code already live}. */
    @Whitelisted
    public String getResult() {
        return result;
    }

    /** Whether the candidate is the live version now. */
    @Whitelisted
    public boolean isPromoted() {
        return result.equals("promoted");
    }

    /** Whether everything is as it was before the release. */
    @Whitelisted
    public boolean isRolledBack() {
        return result.equals("rolled back");
    }

    /** The service. */
    @Whitelisted
    public String getService() {
        return service;
    }

    /** The name of the candidate. */
    @Whitelisted
    public String getVersion() {
        return version;
    }

    /** Why it ended so, with the judge's numbers where the judge decided. */
    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** Whether nothing of the cluster is real. */
    @Whitelisted
    public boolean isSimulated() {
        return simulated;
    }

    /** How many requests the service got since the release began; -1 where nobody counted. */
    @Whitelisted
    public long getRequests() {
        return requests;
    }

    /** How many of them were answered with an error; -1 where nobody counted. */
    @Whitelisted
    public long getErrors() {
        return errors;
    }

    /** How many of them nobody answered; -1 where nobody counted. */
    @Whitelisted
    public long getLost() {
        return lost;
    }

    /** The key of the release's record; null where nothing was to be done. */
    @CheckForNull
    @Whitelisted
    public String getRecord() {
        return record;
    }

    /** What the console says in the end. */
    String sentence() {
        String counted = requests < 0
                ? ""
                : " " + requests + " requests since it began, " + errors + " answered with an error, " + lost
                        + " lost.";
        return version + " is " + result + (reason.isBlank() || isPromoted() ? "." : ": " + reason + ".") + counted;
    }

    @Override
    public String toString() {
        return service + ": " + version + " " + result;
    }
}
