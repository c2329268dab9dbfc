package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.Extension;
import hudson.Util;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The step {@code rollbackRelease}: gives all requests of a service back to the version before its last release. */
public final class RollbackReleaseStep extends ClusterStep {
    private final String service;
    private String reason = "";

    @DataBoundConstructor
    public RollbackReleaseStep(String environment, String service) {
        super(environment);
        this.service = Util.fixNull(service).trim();
    }

    public String getService() {
        return service;
    }

    /** Why, for the record. */
    public String getReason() {
        return reason;
    }

    @DataBoundSetter
    public void setReason(String reason) {
        this.reason = Util.fixNull(reason).trim();
    }

    @Override
    Verb verb(Target target) {
        return new RollbackVerb(target, isTrace(), Names.parse("service", service), reason);
    }

    @Extension
    @Symbol("rollbackRelease")
    public static final class DescriptorImpl extends ClusterStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rollbackRelease";
        }

        @Override
        public String getDisplayName() {
            return Messages.RollbackReleaseStep_displayName();
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            return words(arguments, "in", text(arguments, "service"));
        }
    }
}
