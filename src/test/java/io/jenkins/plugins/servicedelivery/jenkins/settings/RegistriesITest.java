package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.addGlobally;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.login;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.registry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider.FolderCredentialsProperty;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ProxyConfiguration;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Node;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Registries of the settings, their credentials, and the built-in one. */
@WithJenkins
class RegistriesITest {
    private static final String PASSWORD = "canary-p4ssw0rd";
    private static JenkinsRule jenkins;
    private SmallRegistry server;
    private FreeStyleProject job;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void start() throws Exception {
        server = new SmallRegistry("alice", PASSWORD);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        ServiceDeliveryConfiguration.get().setRegistries(List.of(plain(server.host(), "push")));
        job = jenkins.createFreeStyleProject();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        job.delete();
        jenkins.jenkins.setProxy(null);
    }

    @Test
    void shouldGiveABuildTheCredentialAndTrackIt() throws Exception {
        UsernamePasswordCredentialsImpl credential = login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD);
        addGlobally(credential);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        RegistryAccess access = new Images().access(server.host(), build);

        assertThat(access.open().greet()).isEqualTo("registry/2.0");
        assertThat(access.host()).isEqualTo(server.host());
        assertThat(CredentialsProvider.getFingerprintOf(credential).getJobs()).contains(job.getName());
    }

    @Test
    void shouldPreferTheCredentialOfTheFolderOfTheBuild() throws Exception {
        addGlobally(login(CredentialsScope.GLOBAL, "push", "bob", "pw"));
        Folder team = jenkins.createProject(Folder.class, "team");
        team.addProperty(new FolderCredentialsProperty(new DomainCredentials[] {
            new DomainCredentials(Domain.global(), List.of(login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD)))
        }));
        FreeStyleBuild inside = jenkins.buildAndAssertSuccess(team.createProject(FreeStyleProject.class, "inside"));
        FreeStyleBuild outside = jenkins.buildAndAssertSuccess(job);

        assertThat(new Images().access(server.host(), inside).open().greet()).isEqualTo("registry/2.0");
        RegistryAccess ofOutside = new Images().access(server.host(), outside);
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> ofOutside.open().greet());
        team.delete();
    }

    @Test
    void shouldNeverUseACredentialOfTheScopeSystem() throws Exception {
        addGlobally(login(CredentialsScope.SYSTEM, "push", "alice", PASSWORD));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> new Images().access(server.host(), build))
                .withMessageContaining("there is no user name with password of the id \"push\" that may be used here");
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> new Images().pull(image("none")))
                .withMessageContaining("\"push\"");
        assertThat(descriptor().doFillCredentialsIdItems(server.host(), "").stream()
                        .map(option -> option.value))
                .containsExactly("");
    }

    @Test
    void shouldGoToAnAgentButNotToADisk() throws Exception {
        addGlobally(login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD));
        RegistryAccess access = new Images().access(server.host(), jenkins.buildAndAssertSuccess(job));
        Node agent = jenkins.createOnlineSlave();

        assertThat(agent.getChannel().call(new Greeting(access))).isEqualTo("registry/2.0");
        assertThatExceptionOfType(NotSerializableException.class)
                .isThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(access))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
        assertThat(access).hasToString(server.host() + " as alice with ******");
    }

    @Test
    void shouldAskAnUnknownHostWithoutALoginAndOnlyOverTls() throws Exception {
        RegistryAccess access = new Images().access("127.0.0.1:1", jenkins.buildAndAssertSuccess(job));

        assertThat(access).hasToString("127.0.0.1:1");
        assertThat(access).extracting("plainHttp", "user").containsExactly(false, null);
    }

    @Test
    void shouldKeepImagesOfAnUnknownHostInTheBuiltInRegistryAndSaySo() {
        Images images = new Images();

        assertThat(images.isBuiltIn("registry.local")).isTrue();
        assertThat(images.notice("registry.local")).hasValueSatisfying(line -> assertThat(line)
                .contains("registry.local", "built-in registry")
                .doesNotContain("\n"));
        assertThat(images.isBuiltIn(server.host())).isFalse();
        assertThat(images.notice(server.host())).isEmpty();
    }

    @Test
    void shouldPullLabelsFromTheRegistryOfTheSettingsOnly() throws Exception {
        addGlobally(login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD));
        Digest digest = server.put("shop/orders", "one", Map.of("errors", "0.5"));

        assertThat(new Images().pull(image("one"))).contains(Map.of("errors", "0.5"));
        assertThat(new Images().pull(image("one").at(digest))).contains(Map.of("errors", "0.5"));
        assertThat(new Images().pull(image("none"))).isEmpty();
        assertThat(server.requests()).allMatch(request -> request.startsWith("GET ") || request.startsWith("HEAD "));
        int before = server.requests().size();
        ServiceDeliveryConfiguration.get().setRegistries(List.of());
        assertThat(new Images().pull(image("one"))).isEmpty();
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void shouldTellWhoeverTestsItWhoAnswersOrWhyNot() throws Exception {
        addGlobally(login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD));
        addGlobally(login(CredentialsScope.GLOBAL, "wrong", "alice", "other"));

        FormValidation right = test(server.host(), "push", "");
        FormValidation wrong = test(server.host(), "wrong", "");
        FormValidation gone = test("127.0.0.1:1", "", "");
        FormValidation noHost = test("http://x/y", "", "");
        FormValidation noPem = test(server.host(), "push", "nothing");

        assertThat(right.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(right).hasMessage(server.host() + " answers as registry/2.0.");
        assertThat(wrong.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(wrong).hasMessageContaining("does not accept the credential");
        assertThat(gone).hasMessageContaining("nobody answers at 127.0.0.1:1");
        assertThat(noHost).hasMessageContaining("is not the host of a registry");
        assertThat(noPem).hasMessageContaining("BEGIN CERTIFICATE");
        assertThat(List.of(right, wrong, gone, noHost, noPem))
                .allSatisfy(each -> assertThat(each.getMessage()).doesNotContain("canary", "\n", "<br"));
    }

    @Test
    void shouldListCredentialsOnlyForAdministrators() throws Exception {
        addGlobally(login(CredentialsScope.GLOBAL, "push", "alice", PASSWORD));
        addGlobally(login(CredentialsScope.GLOBAL, "other", "bob", "pw"));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(
                        Jenkins.READ,
                        Jenkins.MANAGE,
                        Jenkins.SYSTEM_READ,
                        CredentialsProvider.VIEW,
                        TopLevelItem.CONFIGURE)
                .everywhere()
                .to("other"));
        try {
            assertThat(choices("admin")).containsExactlyInAnyOrder("", "push", "other");
            assertThat(choices("other")).containsExactly("push");
        } finally {
            jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
            jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        }
    }

    @Test
    void shouldGoThroughTheProxyOfJenkins() throws Exception {
        ServiceDeliveryConfiguration.get().setRegistries(List.of(plain("registry.example.com:5000", null)));
        String[] address = server.host().split(":");
        jenkins.jenkins.setProxy(new ProxyConfiguration(address[0], Integer.parseInt(address[1]), null, null));

        RegistryAccess access = new Images().access("registry.example.com:5000", jenkins.buildAndAssertSuccess(job));
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> access.open().greet());

        assertThat(server.requests()).isNotEmpty();
        jenkins.jenkins.setProxy(
                new ProxyConfiguration(address[0], Integer.parseInt(address[1]), null, null, "registry.example.com"));
        assertThat(new Images().access("registry.example.com:5000", job.getLastBuild()))
                .extracting("proxyHost")
                .isNull();
    }

    private static List<String> choices(String user) throws Exception {
        try (ACLContext as = ACL.as2(User.getById(user, true).impersonate2())) {
            ListBoxModel model = descriptor().doFillCredentialsIdItems("registry.example.com", "push");
            return model.stream().map(option -> option.value).toList();
        }
    }

    private static FormValidation test(String host, String credentialsId, String authorities) throws Exception {
        return descriptor().doTestConnection(host, credentialsId, authorities, true);
    }

    private static RegistrySettings.DescriptorImpl descriptor() {
        return jenkins.jenkins.getDescriptorByType(RegistrySettings.DescriptorImpl.class);
    }

    private static RegistrySettings plain(String host, String credentialsId) {
        RegistrySettings settings = registry(host, credentialsId);
        settings.setPlainHttp(true);
        return settings;
    }

    private ImageReference image(String tag) {
        return ImageReference.parse(server.host() + "/shop/orders:" + tag);
    }

    /** What an agent does with the access that was sent to it. */
    private static final class Greeting extends MasterToSlaveCallable<String, InterruptedException> {
        private static final long serialVersionUID = 1L;
        private final RegistryAccess access;

        Greeting(RegistryAccess access) {
            this.access = access;
        }

        @Override
        public String call() throws InterruptedException {
            return access.open().greet();
        }
    }
}
