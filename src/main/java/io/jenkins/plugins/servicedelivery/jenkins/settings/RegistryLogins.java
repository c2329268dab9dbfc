package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.AbstractIdCredentialsListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.List;
import java.util.Optional;

/**
 * The logins of registries. A build gets what its own context has; the controller itself gets what every job could have,
 * never a credential of the scope <em>System</em>.
 */
final class RegistryLogins {
    private static final Class<StandardUsernamePasswordCredentials> TYPE = StandardUsernamePasswordCredentials.class;
    private static final CredentialsMatcher GLOBAL = CredentialsMatchers.withScope(CredentialsScope.GLOBAL);

    private RegistryLogins() {}

    /** The registry as a build may use it. The use of the credential is tracked. */
    static RegistryAccess ofRun(RegistrySettings settings, Run<?, ?> run) {
        String id = settings.getCredentialsId();
        if (id == null) {
            return RegistryAccess.to(settings, null);
        }
        StandardUsernamePasswordCredentials login =
                CredentialsProvider.findCredentialById(id, TYPE, run, domain(settings.getHost()));
        return RegistryAccess.to(settings, CredentialsProvider.track(run, found(settings, login)));
    }

    /** The registry as the controller itself uses it. The use of the credential is tracked. */
    static RegistryAccess ofController(RegistrySettings settings) {
        String id = settings.getCredentialsId();
        if (id == null) {
            return RegistryAccess.to(settings, null);
        }
        StandardUsernamePasswordCredentials login =
                found(settings, global(id, settings.getHost()).orElse(null));
        return RegistryAccess.to(settings, CredentialsProvider.track(new SettingsItem(), login));
    }

    /** The credential of this id that every job could have. */
    static Optional<StandardUsernamePasswordCredentials> global(String id, String host) {
        List<StandardUsernamePasswordCredentials> all =
                CredentialsProvider.lookupCredentialsInItemGroup(TYPE, JenkinsFacade.root(), ACL.SYSTEM2, domain(host));
        CredentialsMatcher wanted = CredentialsMatchers.allOf(CredentialsMatchers.withId(id), GLOBAL);
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, wanted));
    }

    /** What an administrator may choose from. */
    static AbstractIdCredentialsListBoxModel<?, StandardCredentials> choices(String host) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, JenkinsFacade.root(), TYPE, domain(host), GLOBAL);
    }

    private static StandardUsernamePasswordCredentials found(
            RegistrySettings settings, @CheckForNull StandardUsernamePasswordCredentials login) {
        if (login == null) {
            throw new FailedException(
                    "Logging in to the registry " + settings.getHost(),
                    "there is no user name with password of the id \"" + settings.getCredentialsId()
                            + "\" that may be used here",
                    "Add it to the credentials of Jenkins with the scope Global, or correct the id in the settings of"
                            + " Service Delivery.");
        }
        return login;
    }

    private static List<DomainRequirement> domain(String host) {
        return URIRequirementBuilder.fromUri("https://" + host).build();
    }
}
