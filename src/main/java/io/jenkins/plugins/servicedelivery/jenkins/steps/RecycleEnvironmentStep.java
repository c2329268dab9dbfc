package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.Extension;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The step {@code recycleEnvironment}: removes an environment with everything in it. */
public final class RecycleEnvironmentStep extends ClusterStep {
    @DataBoundConstructor
    public RecycleEnvironmentStep(String environment) {
        super(environment);
    }

    @Override
    Verb verb(Target target) {
        return new RecycleVerb(target, isTrace());
    }

    @Extension
    @Symbol("recycleEnvironment")
    public static final class DescriptorImpl extends ClusterStepDescriptor {
        @Override
        public String getFunctionName() {
            return "recycleEnvironment";
        }

        @Override
        public String getDisplayName() {
            return Messages.RecycleEnvironmentStep_displayName();
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            return words(arguments, "", null);
        }
    }
}
