package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Descriptor;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.WorkspaceFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The step {@code buildServiceImage}: builds the images of services from the templates of their catalog. */
public final class BuildServiceImageStep extends Step {
    private List<String> services = new ArrayList<>();

    @CheckForNull
    private String service;

    @CheckForNull
    private String line;

    @CheckForNull
    private String catalog;

    private int parallel = DescriptorImpl.DEFAULT_PARALLEL;

    @DataBoundConstructor
    public BuildServiceImageStep() {
        // every argument has a default
    }

    /** The services; empty for all of the line. */
    public List<String> getServices() {
        return services;
    }

    @DataBoundSetter
    public void setServices(@CheckForNull List<String> services) {
        this.services = new ArrayList<>(services == null ? List.of() : services);
    }

    /** The services as one text, a line for each, for the form. */
    public String servicesText() {
        return String.join("\n", services);
    }

    /** The one service; null for {@link #getServices()}. */
    @CheckForNull
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(@CheckForNull String service) {
        this.service = Util.fixEmptyAndTrim(service);
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

    /** How many images are built at a time. */
    public int getParallel() {
        return parallel;
    }

    @DataBoundSetter
    public void setParallel(int parallel) {
        this.parallel = parallel;
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
        if (parallel < 1 || parallel > DescriptorImpl.MOST_PARALLEL) {
            throw new FailedException(
                    "Reading the argument \"parallel\"",
                    parallel + " is not between 1 and " + DescriptorImpl.MOST_PARALLEL,
                    "Correct it, or leave it out.");
        }
        if (service != null && !services.isEmpty()) {
            throw new FailedException(
                    "Reading the arguments", "both \"service\" and \"services\" are given", "Leave one of them out.");
        }
        Set<String> chosen = new TreeSet<>();
        (service == null ? services : List.of(service))
                .forEach(name -> chosen.add(Names.parse(service == null ? "services" : "service", name)
                        .value()));
        return new BuildVerb(
                new ArrayList<>(chosen),
                line == null ? null : Names.parse("line", line).value(),
                WorkspaceFolder.checked("catalog", Util.fixNull(catalog)),
                parallel);
    }

    @Extension
    @Symbol("buildServiceImage")
    public static final class DescriptorImpl extends StepDescriptor {
        /** As many as the tool kit builds at a time. */
        public static final int DEFAULT_PARALLEL = 2;

        private static final int MOST_PARALLEL = 16;

        public int getDefaultParallel() {
            return DEFAULT_PARALLEL;
        }

        @Override
        public String getFunctionName() {
            return "buildServiceImage";
        }

        @Override
        public String getDisplayName() {
            return Messages.BuildServiceImageStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(
                    Run.class,
                    TaskListener.class,
                    FlowNode.class,
                    FilePath.class,
                    Launcher.class,
                    EnvVars.class,
                    Computer.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            Object service = arguments.get("service");
            Object services = arguments.get("services");
            String what = service != null
                    ? service.toString()
                    : services instanceof List<?> list && !list.isEmpty()
                            ? String.join(
                                    ", ", list.stream().map(String::valueOf).toList())
                            : "all services";
            Object line = arguments.get("line");
            return line == null ? what : what + " of " + line;
        }

        /** The form has the services as a text, because a list of texts has no form of its own. */
        @Override
        public Step newInstance(StaplerRequest2 request, @NonNull JSONObject form) throws Descriptor.FormException {
            List<String> services = Arrays.stream(form.optString("services").split("[\\s,]+"))
                    .filter(name -> !name.isEmpty())
                    .toList();
            JSONObject rest = JSONObject.fromObject(form);
            rest.remove("services");
            BuildServiceImageStep step = (BuildServiceImageStep) super.newInstance(request, rest);
            step.setServices(services);
            return step;
        }
    }
}
