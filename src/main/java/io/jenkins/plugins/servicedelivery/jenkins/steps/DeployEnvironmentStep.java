package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The step {@code deployEnvironment}: brings an environment to what the catalog says. */
public final class DeployEnvironmentStep extends ClusterStep {
    @CheckForNull
    private Object images;

    @DataBoundConstructor
    public DeployEnvironmentStep(String environment) {
        super(environment);
    }

    /** What {@code buildServiceImage} returned, or a map from services to references; null keeps what runs. */
    @CheckForNull
    public Object getImages() {
        return images;
    }

    @DataBoundSetter
    public void setImages(@CheckForNull Object images) {
        this.images = "".equals(images) ? null : images;
    }

    @Override
    Verb verb(Target target) {
        ImageChoice choice = ImageChoice.of("images", images);
        choice.all("images");
        return new DeployVerb(target, isTrace(), choice);
    }

    @Extension
    @Symbol("deployEnvironment")
    public static final class DescriptorImpl extends ClusterStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deployEnvironment";
        }

        @Override
        public String getDisplayName() {
            return Messages.DeployEnvironmentStep_displayName();
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            return words(arguments, "to", servicesOf(arguments.get("images")));
        }
    }
}
