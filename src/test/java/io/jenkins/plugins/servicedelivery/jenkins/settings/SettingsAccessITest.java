package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.bind;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.registry;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.shop;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.simulated;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.unread;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Item;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who may ask the forms of the settings anything, and how. */
@WithJenkins
class SettingsAccessITest {
    private static final List<Class<?>> DESCRIPTORS = List.of(
            ServiceDeliveryConfiguration.class,
            ServiceDeliveryFolderProperty.DescriptorImpl.class,
            ClusterSettings.DescriptorImpl.class,
            SimulatedConnection.DescriptorImpl.class,
            RegistrySettings.DescriptorImpl.class,
            ProductLineBinding.DescriptorImpl.class,
            EnvironmentBinding.DescriptorImpl.class,
            CatalogSource.DescriptorImpl.class);

    /** Who gets what: anonymous, a reader, who may configure the folder, an administrator. */
    private static final SortedMap<String, String> EXPECTED = new TreeMap<>();

    static {
        for (String global : List.of(
                "ClusterSettings/checkName",
                "ClusterSettings/testConnection",
                "SimulatedConnection/checkRequestsPerSecond",
                "SimulatedConnection/checkSpeed",
                "RegistrySettings/checkHost",
                "RegistrySettings/checkAuthorities",
                "RegistrySettings/checkPlainHttp",
                "RegistrySettings/checkCredentialsId",
                "RegistrySettings/testConnection")) {
            EXPECTED.put(global, "globally 403 403 403 200, on the folder 403 403 403 200");
        }
        // only what was sent comes back, unless an administrator asks
        EXPECTED.put(
                "RegistrySettings/fillCredentialsIdItems", "globally 403 200 200 200, on the folder 403 200 200 200");
        for (String onFolders : List.of(
                "ProductLineBinding/checkLine",
                "ProductLineBinding/checkRegistry",
                "ProductLineBinding/testCatalog",
                "EnvironmentBinding/checkEnvironment",
                "EnvironmentBinding/checkCluster",
                "EnvironmentBinding/fillClusterItems",
                "CatalogSource/checkFolder")) {
            EXPECTED.put(onFolders, "globally 403 403 403 200, on the folder 403 403 200 200");
        }
    }

    private static JenkinsRule jenkins;

    @BeforeAll
    static void keep(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ServiceDeliveryConfiguration.get().setClusters(List.of(simulated("one", 1)));
        ServiceDeliveryConfiguration.get().setRegistries(List.of(registry("127.0.0.1:1", null)));
        bind(jenkins.createProject(Folder.class, "team"), shop(unread(), "one"));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "owner")
                .grant(Item.CONFIGURE)
                .onFolders(jenkins.jenkins.getItemByFullName("team", Folder.class))
                .to("owner"));
    }

    @Test
    void shouldKnowEveryQuestion() {
        assertThat(EXPECTED.keySet()).containsExactlyInAnyOrderElementsOf(questions());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldAnswerOnlyWhoMaySetIt(String question) throws Exception {
        String globally = statuses("", question);
        String onFolder = statuses("job/team/", question);

        assertThat("globally " + globally + ", on the folder " + onFolder).isEqualTo(EXPECTED.get(question));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldAnswerNobodyWhoDoesNotPost(String question) throws Exception {
        assertThat(ask("admin", HttpMethod.GET, "", question).getStatusCode()).isIn(404, 405);
        assertThat(ask("admin", HttpMethod.GET, "job/team/", question).getStatusCode())
                .isIn(404, 405);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldAnswerNobodyWithoutACrumb(String question) throws Exception {
        WebClient client = client("admin");
        WebRequest request = new WebRequest(new URL(client.getContextPath() + address("", question)), HttpMethod.POST);

        assertThat(client.loadWebResponse(request).getStatusCode()).isEqualTo(403);
    }

    @Test
    void shouldTestOnlyWhatIsSaved() throws Exception {
        assertThat(ask("admin", HttpMethod.POST, "", "ClusterSettings/testConnection")
                        .getContentAsString())
                .contains("Connected: simulated cluster");
        assertThat(ask("owner", HttpMethod.POST, "job/team/", "ProductLineBinding/testCatalog")
                        .getContentAsString())
                .contains("Save first");
    }

    static List<String> questions() {
        return DESCRIPTORS.stream()
                .flatMap(descriptor -> Stream.of(descriptor.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.matches("do[A-Z].*"))
                        .map(name -> shortName(descriptor) + "/" + Character.toLowerCase(name.charAt(2))
                                + name.substring(3)))
                .distinct()
                .toList();
    }

    private static String shortName(Class<?> descriptor) {
        Class<?> outer = descriptor.getDeclaringClass();
        return (outer == null ? descriptor : outer).getSimpleName();
    }

    private static String statuses(String place, String question) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String user : Arrays.asList(null, "reader", "owner", "admin")) {
            all.append(all.isEmpty() ? "" : " ")
                    .append(ask(user, HttpMethod.POST, place, question).getStatusCode());
        }
        return all.toString();
    }

    private static WebResponse ask(String user, HttpMethod method, String place, String question) throws Exception {
        WebClient client = client(user);
        String address = address(place, question);
        URL url = method == HttpMethod.POST
                ? client.createCrumbedUrl(address)
                : new URL(client.getContextPath() + address);
        WebRequest request = new WebRequest(url, method);
        if (method == HttpMethod.POST) {
            request.setRequestParameters(parameters());
        }
        return client.loadWebResponse(request);
    }

    private static WebClient client(String user) throws Exception {
        WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setRedirectEnabled(false);
        return user == null ? client : client.login(user);
    }

    private static String address(String place, String question) {
        String[] parts = question.split("/");
        return place + "descriptorByName/" + SettingsAccessITest.class.getPackageName() + "." + parts[0] + "/"
                + parts[1];
    }

    private static List<NameValuePair> parameters() {
        return List.of(
                new NameValuePair("value", "1"),
                new NameValuePair("name", "one"),
                new NameValuePair("line", "none"),
                new NameValuePair("host", "127.0.0.1:1"),
                new NameValuePair("credentialsId", ""),
                new NameValuePair("authorities", ""),
                new NameValuePair("plainHttp", "false"));
    }
}
