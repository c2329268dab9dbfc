package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that works on an environment of a cluster: the arguments that all of these have. */
public abstract class ClusterStep extends Step {
    private final String environment;

    @CheckForNull
    private String line;

    @CheckForNull
    private String cluster;

    @CheckForNull
    private String catalog;

    private boolean trace;

    ClusterStep(String environment) {
        this.environment = Util.fixNull(environment).trim();
    }

    /** The name of the environment in the catalog. */
    public final String getEnvironment() {
        return environment;
    }

    /** The product line; null for the only one. */
    @CheckForNull
    public final String getLine() {
        return line;
    }

    @DataBoundSetter
    public final void setLine(@CheckForNull String line) {
        this.line = Util.fixEmptyAndTrim(line);
    }

    /** The cluster; null for the one that the settings bind, or the only one. */
    @CheckForNull
    public final String getCluster() {
        return cluster;
    }

    @DataBoundSetter
    public final void setCluster(@CheckForNull String cluster) {
        this.cluster = Util.fixEmptyAndTrim(cluster);
    }

    /** The folder of the catalog in the workspace, for product lines that no setting binds; null for its top. */
    @CheckForNull
    public final String getCatalog() {
        return catalog;
    }

    @DataBoundSetter
    public final void setCatalog(@CheckForNull String catalog) {
        this.catalog = Util.fixEmptyAndTrim(catalog);
    }

    /** Whether every call to the cluster is printed. */
    public final boolean isTrace() {
        return trace;
    }

    @DataBoundSetter
    public final void setTrace(boolean trace) {
        this.trace = trace;
    }

    @Override
    public final StepExecution start(StepContext context) throws Exception {
        try {
            return new DurableStepExecution(context, verb(target()));
        } catch (DeliveryException e) {
            throw (AbortException) StepFailures.of(e).initCause(e);
        }
    }

    /**
     * The verb with the arguments of this step.
     *
     * @throws DeliveryException where an argument cannot be what it is
     */
    abstract Verb verb(Target target);

    private Target target() {
        Names.parse("environment", environment);
        if (line != null) {
            Names.parse("line", line);
        }
        return new Target(environment, line, cluster, catalog);
    }
}
