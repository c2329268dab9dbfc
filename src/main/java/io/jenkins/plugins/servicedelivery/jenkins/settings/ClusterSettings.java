package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A cluster by its name, and how it is reached. */
public final class ClusterSettings extends AbstractDescribableImpl<ClusterSettings> {
    private final String name;
    private final ClusterConnection connection;

    @DataBoundConstructor
    public ClusterSettings(String name, @CheckForNull ClusterConnection connection) {
        this.name = SettingRules.checked("name", name, SettingRules::whyNoName);
        this.connection = connection == null ? new SimulatedConnection() : connection;
    }

    public String getName() {
        return name;
    }

    public ClusterConnection getConnection() {
        return connection;
    }

    @Extension
    @Symbol("cluster")
    public static final class DescriptorImpl extends Descriptor<ClusterSettings> {
        @Override
        public String getDisplayName() {
            return Messages.ClusterSettings_displayName();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value, @QueryParameter String savedName) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            return SettingRules.check(value, savedName, SettingRules::whyNoName, names());
        }

        /** Connects to the cluster as it is saved; one cluster is never opened twice. */
        @POST
        public FormValidation doTestConnection(@QueryParameter String name) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            if (!names().contains(name.trim())) {
                return FormValidation.warning(Messages.SettingRules_saveFirst());
            }
            try {
                return FormValidation.ok(Clusters.get().look(name.trim()));
            } catch (DeliveryException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        private static List<String> names() {
            return ServiceDeliveryConfiguration.get().getClusters().stream()
                    .map(ClusterSettings::getName)
                    .toList();
        }
    }
}
