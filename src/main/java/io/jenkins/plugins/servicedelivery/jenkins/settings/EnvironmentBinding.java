package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** On which cluster an environment of a product line lies. */
public final class EnvironmentBinding extends AbstractDescribableImpl<EnvironmentBinding> {
    private final String environment;
    private final String cluster;

    @DataBoundConstructor
    public EnvironmentBinding(String environment, String cluster) {
        this.environment = SettingRules.checked("environment", environment, SettingRules::whyNoName);
        this.cluster = SettingRules.checked("cluster", cluster, SettingRules::whyNoName);
    }

    public String getEnvironment() {
        return environment;
    }

    public String getCluster() {
        return cluster;
    }

    @Extension
    @Symbol("environment")
    public static final class DescriptorImpl extends Descriptor<EnvironmentBinding> {
        @Override
        public String getDisplayName() {
            return Messages.EnvironmentBinding_displayName();
        }

        @POST
        public FormValidation doCheckEnvironment(
                @AncestorInPath @CheckForNull Item item, @QueryParameter String value) {
            SettingRules.checkMayConfigure(item);
            return SettingRules.check(value, null, SettingRules::whyNoName, List.of());
        }

        /** A cluster may be added later, so one that is not there is no error. */
        @POST
        public FormValidation doCheckCluster(@AncestorInPath @CheckForNull Item item, @QueryParameter String value) {
            SettingRules.checkMayConfigure(item);
            Optional<String> wrong = SettingRules.whyNoName(value.trim());
            if (wrong.isPresent()) {
                return FormValidation.error(wrong.get());
            }
            List<String> known = Clusters.get().names();
            return known.contains(value.trim())
                    ? FormValidation.ok()
                    : FormValidation.warning(Messages.EnvironmentBinding_unknownCluster(
                            Quoted.of(value.trim()), Suggestion.didYouMean(value.trim(), known)));
        }

        @POST
        public ComboBoxModel doFillClusterItems(@AncestorInPath @CheckForNull Item item) {
            SettingRules.checkMayConfigure(item);
            return new ComboBoxModel(Clusters.get().names());
        }
    }
}
