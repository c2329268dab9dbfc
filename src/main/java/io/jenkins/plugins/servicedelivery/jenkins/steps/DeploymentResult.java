package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code deployEnvironment} returns. */
public final class DeploymentResult implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String line;
    private final String environment;
    private final String cluster;
    private final boolean simulated;
    private final boolean changed;
    private final TreeMap<String, String> versions;

    @CheckForNull
    private final String record;

    DeploymentResult(Where where, boolean changed, Map<String, String> versions, @CheckForNull String record) {
        this.line = where.line();
        this.environment = where.environment();
        this.cluster = where.cluster();
        this.simulated = where.simulated();
        this.changed = changed;
        this.versions = new TreeMap<>(versions);
        this.record = record;
    }

    /** The product line. */
    @Whitelisted
    public String getLine() {
        return line;
    }

    /** The environment. */
    @Whitelisted
    public String getEnvironment() {
        return environment;
    }

    /** The name of the cluster in the settings. */
    @Whitelisted
    public String getCluster() {
        return cluster;
    }

    /** Whether nothing of the cluster is real. */
    @Whitelisted
    public boolean isSimulated() {
        return simulated;
    }

    /** Whether anything was written; false where everything was as the catalog says already. */
    @Whitelisted
    public boolean isChanged() {
        return changed;
    }

    /** The live version of each service. */
    @Whitelisted
    public Map<String, String> getVersions() {
        return Collections.unmodifiableMap(versions);
    }

    /** The key of the operation's record; null where nothing was to be done. */
    @CheckForNull
    @Whitelisted
    public String getRecord() {
        return record;
    }

    @Override
    public String toString() {
        return line + "/" + environment + " on " + cluster + ": " + versions;
    }
}
