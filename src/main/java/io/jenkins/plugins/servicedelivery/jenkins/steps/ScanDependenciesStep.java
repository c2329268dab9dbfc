package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.WorkspaceFolder;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The step {@code scanDependencies}: reads the sources and compares who calls whom with what the catalog declares. */
public final class ScanDependenciesStep extends Step {
    @CheckForNull
    private String line;

    @CheckForNull
    private String catalog;

    private boolean failOnErrors = true;

    @DataBoundConstructor
    public ScanDependenciesStep() {
        // every argument has a default
    }

    /** The product line; null for the only one of the catalog. */
    @CheckForNull
    public String getLine() {
        return line;
    }

    @DataBoundSetter
    public void setLine(@CheckForNull String line) {
        this.line = Util.fixEmptyAndTrim(line);
    }

    /** The folder of the catalog in the workspace; null for the workspace itself. */
    @CheckForNull
    public String getCatalog() {
        return catalog;
    }

    @DataBoundSetter
    public void setCatalog(@CheckForNull String catalog) {
        this.catalog = Util.fixEmptyAndTrim(catalog);
    }

    /** Whether the step fails where an error is found; else the stage is marked unstable. */
    public boolean isFailOnErrors() {
        return failOnErrors;
    }

    @DataBoundSetter
    public void setFailOnErrors(boolean failOnErrors) {
        this.failOnErrors = failOnErrors;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        try {
            return new DurableStepExecution(context, verb());
        } catch (DeliveryException e) {
            throw (AbortException) StepFailures.of(e).initCause(e);
        }
    }

    private Verb verb() {
        return new ScanVerb(
                line == null ? null : Names.parse("line", line).value(),
                WorkspaceFolder.checked("catalog", Util.fixNull(catalog)),
                failOnErrors);
    }

    @Extension
    @Symbol("scanDependencies")
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "scanDependencies";
        }

        @Override
        public String getDisplayName() {
            return Messages.ScanDependenciesStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class, FilePath.class, Computer.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            Object line = arguments.get("line");
            Object catalog = arguments.get("catalog");
            return line != null ? line.toString() : catalog != null ? catalog.toString() : null;
        }
    }
}
