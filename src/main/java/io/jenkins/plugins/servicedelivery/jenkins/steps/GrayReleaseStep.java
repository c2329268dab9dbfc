package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The step {@code grayRelease}: moves the requests of a service to a new version step by step, with proof at each step. */
public final class GrayReleaseStep extends ClusterStep {
    @CheckForNull
    private Object image;

    @CheckForNull
    private String service;

    @CheckForNull
    private String strategy;

    private boolean failOnRollback = true;

    @DataBoundConstructor
    public GrayReleaseStep(String environment) {
        super(environment);
    }

    /** What {@code buildServiceImage} returned, a map with one service, or one reference pinned by digest. */
    @CheckForNull
    public Object getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(@CheckForNull Object image) {
        this.image = "".equals(image) ? null : image;
    }

    /** The service; null where the image says which. */
    @CheckForNull
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(@CheckForNull String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    /** The release strategy of the catalog; null for the only one. */
    @CheckForNull
    public String getStrategy() {
        return strategy;
    }

    @DataBoundSetter
    public void setStrategy(@CheckForNull String strategy) {
        this.strategy = Util.fixEmptyAndTrim(strategy);
    }

    /** Whether the step fails where the release is rolled back; else the stage is marked unstable. */
    public boolean isFailOnRollback() {
        return failOnRollback;
    }

    @DataBoundSetter
    public void setFailOnRollback(boolean failOnRollback) {
        this.failOnRollback = failOnRollback;
    }

    @Override
    Verb verb(Target target) {
        return new ReleaseVerb(
                target,
                isTrace(),
                ImageChoice.of("image", image).one("image", Optional.ofNullable(service)),
                strategy,
                failOnRollback);
    }

    @Extension
    @Symbol("grayRelease")
    public static final class DescriptorImpl extends ClusterStepDescriptor {
        @Override
        public String getFunctionName() {
            return "grayRelease";
        }

        @Override
        public String getDisplayName() {
            return Messages.GrayReleaseStep_displayName();
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            String service = text(arguments, "service");
            return words(arguments, "in", service == null ? servicesOf(arguments.get("image")) : service);
        }
    }
}
