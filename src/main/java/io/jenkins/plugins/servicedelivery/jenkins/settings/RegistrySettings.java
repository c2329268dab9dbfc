package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.servicedelivery.adapter.http.PemCertificates;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A registry of images by its host, and how it is spoken to. */
public final class RegistrySettings extends AbstractDescribableImpl<RegistrySettings> {
    private final String host;

    @CheckForNull
    private String credentialsId;

    @CheckForNull
    private String authorities;

    private boolean plainHttp;

    @DataBoundConstructor
    public RegistrySettings(String host) {
        this.host = SettingRules.checked("host", host, SettingRules::whyNoHost);
    }

    /** Host and, where it has one, port, as images are named by it. */
    public String getHost() {
        return host;
    }

    /** Id of a user name with password; null where nobody logs in. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Certificates in PEM text to trust beside those that Java trusts; null for no more. */
    @CheckForNull
    public String getAuthorities() {
        return authorities;
    }

    @DataBoundSetter
    public void setAuthorities(@CheckForNull String authorities) {
        this.authorities = Util.fixEmptyAndTrim(authorities);
    }

    /** Whether it is spoken to without TLS; meant for one on the same machine. */
    public boolean isPlainHttp() {
        return plainHttp;
    }

    @DataBoundSetter
    public void setPlainHttp(boolean plainHttp) {
        this.plainHttp = plainHttp;
    }

    @Extension
    @Symbol("registry")
    public static final class DescriptorImpl extends Descriptor<RegistrySettings> {
        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

        /** Somebody waits for the answer in front of a page. */
        private static final Duration LOOK = Duration.ofSeconds(10);

        @Override
        public String getDisplayName() {
            return Messages.RegistrySettings_displayName();
        }

        @POST
        public FormValidation doCheckHost(@QueryParameter String value, @QueryParameter String savedHost) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            List<String> hosts = ServiceDeliveryConfiguration.get().getRegistries().stream()
                    .map(RegistrySettings::getHost)
                    .toList();
            return SettingRules.check(value, savedHost, SettingRules::whyNoHost, hosts);
        }

        @POST
        public FormValidation doCheckAuthorities(@QueryParameter String value) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            if (value.isBlank()) {
                return FormValidation.ok();
            }
            try {
                int number = new PemCertificates.InText(value).read().size();
                return FormValidation.ok(Messages.RegistrySettings_certificates(number));
            } catch (DeliveryException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckPlainHttp(@QueryParameter boolean value, @QueryParameter String host) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            boolean here = HERE.contains(host.trim().replaceAll(":[0-9]*$", ""));
            return value && !here ? FormValidation.warning(Messages.RegistrySettings_plainHttp()) : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String host, @QueryParameter String credentialsId) {
            if (!JenkinsFacade.hasPermission(Jenkins.ADMINISTER)) {
                return new StandardListBoxModel().includeCurrentValue(credentialsId);
            }
            return RegistryLogins.choices(host.trim()).includeCurrentValue(credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String host) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            return value.isBlank() || RegistryLogins.global(value, host.trim()).isPresent()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.RegistrySettings_noCredential());
        }

        /** Asks the registry of the form, saved or not, with the chosen credential. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String host,
                @QueryParameter String credentialsId,
                @QueryParameter String authorities,
                @QueryParameter boolean plainHttp)
                throws InterruptedException {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
            Optional<String> wrong = SettingRules.whyNoHost(host.trim());
            if (wrong.isPresent()) {
                return FormValidation.error(wrong.get());
            }
            RegistrySettings settings = new RegistrySettings(host);
            settings.setCredentialsId(credentialsId);
            settings.setAuthorities(authorities);
            settings.setPlainHttp(plainHttp);
            try {
                String name = RegistryLogins.ofController(settings).open(LOOK).greet();
                return FormValidation.ok(Messages.RegistrySettings_answers(settings.getHost(), name));
            } catch (DeliveryException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
