package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.content;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.registry;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.shop;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.simulated;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.unread;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Item;
import hudson.model.TopLevelItem;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.awaitility.Awaitility;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlHiddenInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.host.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;

/** The pages on which settings are made. */
@WithJenkins
class SettingsPagesITest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'&lt;";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\n" + "AAAA\n" + "-----END CERTIFICATE-----";

    private static JenkinsRule jenkins;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void clear() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        ServiceDeliveryConfiguration.get().setClusters(List.of());
        ServiceDeliveryConfiguration.get().setRegistries(List.of());
        ServiceDeliveryConfiguration.get().setProductLines(List.of());
        for (TopLevelItem item : jenkins.jenkins.getItems()) {
            item.delete();
        }
    }

    @AfterEach
    void open() {
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        Jenkins.SYSTEM_READ.setEnabled(false);
        Item.EXTENDED_READ.setEnabled(false);
    }

    @Test
    void shouldKeepAllGlobalSettingsWhenTheFormIsSentUnchanged() throws Exception {
        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        SettingsFixtures.addGlobally(SettingsFixtures.login(CredentialsScope.GLOBAL, "push", "alice", "pw"));
        settings.setClusters(List.of(simulated("one", 2.5), simulated("two", 0)));
        settings.setRegistries(List.of(full("registry.example.com:5000"), registry("other.example.com", null)));
        settings.setProductLines(List.of(bound("shop"), new ProductLineBinding("bank", new CatalogSource(unread()))));
        String before = content(settings);

        jenkins.configRoundtrip();

        assertThat(content(settings)).isEqualTo(before).contains("registry.example.com:5000", "2.5", "CERTIFICATE");
    }

    @Test
    void shouldKeepAllSettingsOfAFolderWhenTheFormIsSentUnchanged() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        SettingsFixtures.bind(folder, bound("shop"), shopWithoutEnvironments());
        String before = content(folder.getProperties().get(ServiceDeliveryFolderProperty.class));

        jenkins.configRoundtrip((Item) folder);

        assertThat(content(folder.getProperties().get(ServiceDeliveryFolderProperty.class)))
                .isEqualTo(before)
                .contains("https://git.example.com/shop.git", "delivery/catalog");
    }

    @Test
    void shouldLeaveAFolderWithoutAPropertyThatBindsNothing() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");

        jenkins.configRoundtrip((Item) folder);

        assertThat(folder.getProperties().get(ServiceDeliveryFolderProperty.class))
                .isNull();
    }

    @Test
    void shouldForgetAListWhoseLastEntryWasRemoved() throws Exception {
        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        settings.setClusters(List.of(simulated("one", 1)));
        settings.setRegistries(List.of(registry("registry.example.com", null)));
        HtmlForm form = jenkins.createWebClient().goTo("configure").getFormByName("config");

        remove(form, "clusters");
        jenkins.submit(form);

        assertThat(settings.getClusters()).isEmpty();
        assertThat(settings.getRegistries()).hasSize(1);
    }

    @Test
    void shouldRefuseTwoOfOneNameAndSaveNothingOfTheForm() throws Exception {
        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        settings.setClusters(List.of(simulated("one", 1), simulated("two", 1)));
        settings.setRegistries(List.of(registry("registry.example.com", null), registry("two.example.com", null)));
        String before = content(settings);
        WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = client.goTo("configure").getFormByName("config");

        input(form, "_.name", "two").setValue("three");
        input(form, "_.host", "two.example.com").setValue("registry.example.com");
        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText()).contains("\"registry.example.com\" is there twice.");
        assertThat(content(settings)).isEqualTo(before);
        assertThat(Files.readString(configFile())).doesNotContain("three");
    }

    @ParameterizedTest
    @CsvSource({
        "_.name, one",
        "_.host, registry.example.com",
        "_.line, shop",
        "_.environment, production",
        "_.cluster, two",
        "_.registry, registry.example.com"
    })
    void shouldShowWhatIsHostileOnlyAsText(String field, String value) throws Exception {
        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        settings.setClusters(List.of(simulated("one", 1)));
        settings.setRegistries(List.of(registry("registry.example.com", null)));
        settings.setProductLines(List.of(bound("shop")));
        String before = content(settings);
        WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = client.goTo("configure").getFormByName("config");

        input(form, field, value).setValue(HOSTILE);
        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText()).contains("<img src=x");
        assertThat(answer.querySelectorAll("img[onerror]")).isEmpty();
        assertThat(content(settings)).isEqualTo(before);
    }

    @Test
    void shouldEscapeWhatWasWrittenIntoTheFileBehindTheFormsBack() throws Exception {
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1)));
        ServiceDeliveryConfiguration.get().setRegistries(List.of(registry("registry.example.com", "push")));
        ServiceDeliveryConfiguration.get().setProductLines(List.of(bound("shop")));
        String hostile = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;";
        String xml = Files.readString(configFile());
        for (String value :
                List.of(">one<", ">registry.example.com<", ">push<", ">shop<", ">test<", ">delivery/catalog<")) {
            assertThat(xml).contains(value);
            xml = xml.replace(value, ">" + hostile + "<");
        }
        Files.writeString(configFile(), xml);
        ServiceDeliveryConfiguration.get().load();
        assertThat(ServiceDeliveryConfiguration.get().getClusters().get(0).getName())
                .contains("<img");

        HtmlPage page = jenkins.createWebClient().goTo("configure");

        assertThat(page.getFormByName("config").getInputsByName("_.name"))
                .anySatisfy(input -> assertThat(input.getValue()).contains("<img src=x"));
        assertThat(page.querySelectorAll("img[onerror]")).isEmpty();
    }

    @Test
    void shouldShowSettingsWithoutControlsToWhoMayOnlyRead() throws Exception {
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1)));
        ServiceDeliveryConfiguration.get().setProductLines(List.of(bound("shop")));
        Folder folder = jenkins.createProject(Folder.class, "team");
        SettingsFixtures.bind(folder, bound("tea"));
        Jenkins.SYSTEM_READ.setEnabled(true);
        Item.EXTENDED_READ.setEnabled(true);
        secure(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ, Item.READ, Item.EXTENDED_READ)
                .everywhere()
                .to("reader"));
        WebClient reader = jenkins.createWebClient().login("reader");

        HtmlPage global = reader.goTo("configure");
        HtmlPage ofFolder = reader.getPage(folder, "configure");

        assertThat(global.asNormalizedText()).contains("one", "shop").doesNotContain("Add cluster", "Test connection");
        assertThat(ofFolder.asNormalizedText()).contains("tea").doesNotContain("Add product line", "Read the catalog");
        assertThat(global.getByXPath("//input[@name='_.name' and not(@type='hidden')]"))
                .isEmpty();
    }

    @Test
    void shouldWarnOfATakenNameWhileItIsBeingWritten() throws Exception {
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1), simulated("two", 1)));
        HtmlPage page = jenkins.createWebClient().goTo("configure");
        assertThat(page.asNormalizedText()).doesNotContain("is there twice");

        HtmlInput name = input(page.getFormByName("config"), "_.name", "two");
        name.focus();
        name.setValue("one");
        name.fireEvent(Event.TYPE_CHANGE);
        name.blur();

        Awaitility.await()
                .untilAsserted(() -> assertThat(page.asNormalizedText()).contains("\"one\" is there twice"));
    }

    @Test
    void shouldTestConnectionsByButtons() throws Exception {
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1)));
        ServiceDeliveryConfiguration.get().setRegistries(List.of(registry("127.0.0.1:1", null)));
        ServiceDeliveryConfiguration.get().setProductLines(List.of(new ProductLineBinding("shop", null)));
        HtmlPage page = jenkins.createWebClient().goTo("configure");

        for (HtmlElement button : page.<HtmlElement>getByXPath("//button[contains(@class,'validate-button')]")) {
            if (button.getAttribute("data-validate-button-descriptor-url").contains("servicedelivery")) {
                button.click();
            }
        }

        Awaitility.await().untilAsserted(() -> assertThat(page.asNormalizedText())
                .contains("Connected: simulated cluster \"one\" keeps 0 records")
                .contains("nobody answers at 127.0.0.1:1")
                .contains("the global settings name no SCM"));
    }

    @Test
    void shouldSpeakChinese() throws Exception {
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1)));
        ServiceDeliveryConfiguration.get().setProductLines(List.of(bound("shop")));

        assertThat(inChinese("configure")).contains("服务交付", "测试连接", "添加产品线", "读取目录", "模拟集群");
        assertThat(inChinese("descriptor/" + ClusterSettings.class.getName() + "/help/name"))
                .contains("集群名称");
    }

    @Test
    void shouldKeepThePasswordOutOfEverythingButItsCredential() throws Exception {
        SettingsFixtures.addGlobally(
                SettingsFixtures.login(CredentialsScope.GLOBAL, "push", "alice", "canary-p4ssw0rd"));
        ServiceDeliveryConfiguration.get().setRegistries(List.of(full("registry.example.com")));
        RegistryAccess access = RegistryLogins.ofController(full("registry.example.com"));

        String page =
                jenkins.createWebClient().goTo("configure").getWebResponse().getContentAsString();

        assertThat(access.toString()).contains("alice").doesNotContain("canary");
        assertThat(page).contains("registry.example.com").doesNotContain("canary");
        assertThat(filesThatContain("canary-p4ssw0rd")).isEmpty();
    }

    private String inChinese(String address) throws Exception {
        WebClient client = jenkins.createWebClient();
        WebRequest request = new WebRequest(new URL(client.getContextPath() + address));
        request.setAdditionalHeader("Accept-Language", "zh-CN");
        LocaleProvider usual = LocaleProvider.getProvider();
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return Locale.SIMPLIFIED_CHINESE; // the test harness leaves out what takes it from the request
            }
        });
        try {
            return client.loadWebResponse(request).getContentAsString();
        } finally {
            LocaleProvider.setProvider(usual);
        }
    }

    private List<Path> filesThatContain(String text) throws Exception {
        try (Stream<Path> files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private void secure(MockAuthorizationStrategy rights) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(rights);
    }

    private Path configFile() {
        return jenkins.jenkins.getRootDir().toPath().resolve(ServiceDeliveryConfiguration.class.getName() + ".xml");
    }

    private static void remove(HtmlForm form, String list) throws Exception {
        HtmlInput inside = input(form, "_.name", "one");
        HtmlElement chunk = (HtmlElement) inside.getFirstByXPath("ancestor::div[@name='" + list + "'][1]");
        ((HtmlElement) chunk.getFirstByXPath(".//button[contains(@class,'repeatable-delete')]")).click();
    }

    private static HtmlInput input(HtmlForm form, String name, String value) {
        return form.getInputsByName(name).stream()
                .filter(input -> value.equals(input.getValue()))
                .filter(input -> !(input instanceof HtmlHiddenInput))
                .findFirst()
                .orElseThrow();
    }

    private static RegistrySettings full(String host) {
        RegistrySettings settings = registry(host, "push");
        settings.setAuthorities(PEM);
        settings.setPlainHttp(true);
        return settings;
    }

    private static ProductLineBinding bound(String line) {
        ProductLineBinding binding = new ProductLineBinding(line, SettingsFixtures.catalog(unread()));
        binding.setEnvironments(
                List.of(new EnvironmentBinding("test", "one"), new EnvironmentBinding("production", "two")));
        binding.setRegistry("registry.example.com");
        return binding;
    }

    private static ProductLineBinding shopWithoutEnvironments() {
        ProductLineBinding binding = shop(unread(), "one");
        binding.setEnvironments(List.of());
        return new ProductLineBinding("bank", binding.getCatalog());
    }
}
