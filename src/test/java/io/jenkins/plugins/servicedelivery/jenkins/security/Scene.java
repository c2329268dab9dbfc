package io.jenkins.plugins.servicedelivery.jenkins.security;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.security.Permission;
import io.jenkins.plugins.servicedelivery.jenkins.records.PlantedRecords;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Two folders, a build that delivered something in one of them, and people with rights of all kinds. */
final class Scene {
    private static final String DESCRIPTORS =
            "descriptorByName/" + ServiceDeliveryConfiguration.class.getPackageName() + ".";
    private static final Set<Permission> READER = Set.of(Jenkins.READ, Item.READ);

    /** What somebody may in the folder {@code team} and in all of Jenkins; who is not named here may nothing. */
    private static final Map<String, Set<Permission>> RIGHTS = Map.of(
            "visitor", Set.of(Jenkins.READ),
            "reader", READER,
            "builder", Set.of(Jenkins.READ, Item.READ, Item.BUILD),
            "canceller", Set.of(Jenkins.READ, Item.READ, Item.CANCEL),
            "configurer", Set.of(Jenkins.READ, Item.READ, Item.CONFIGURE),
            "stranger", Set.of(Jenkins.READ),
            "looker", Set.of(Jenkins.READ, Item.READ, Jenkins.SYSTEM_READ),
            "admin",
                    Set.of(
                            Jenkins.READ,
                            Item.READ,
                            Item.BUILD,
                            Item.CANCEL,
                            Item.CONFIGURE,
                            Jenkins.SYSTEM_READ,
                            Jenkins.ADMINISTER));

    private final JenkinsRule jenkins;
    private final FreeStyleBuild run;
    private final PlantedRecords records;
    private final Map<String, WebClient> clients = new HashMap<>();

    private Scene(JenkinsRule jenkins, FreeStyleBuild run, PlantedRecords records) {
        this.jenkins = jenkins;
        this.run = run;
        this.records = records;
    }

    /** @param text in every place of the build's records where there can be one */
    static Scene in(JenkinsRule jenkins, String text) throws Exception {
        Folder team = jenkins.createProject(Folder.class, "team");
        Folder other = jenkins.createProject(Folder.class, "other");
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(team.createProject(FreeStyleProject.class, "tea"));
        PlantedRecords records =
                PlantedRecords.of(ServiceDeliveryConfiguration.BUILT_IN, "release-tea-test-orders", text);
        records.plant(run);
        run.getParent().setDisplayName(text.replaceAll("\\p{Cntrl}", " ")); // files of XML hold no others
        MockAuthorizationStrategy rights = new MockAuthorizationStrategy();
        RIGHTS.forEach((user, granted) -> {
            Permission[] global = granted.stream().filter(Scene::isGlobal).toArray(Permission[]::new);
            Permission[] ofItems =
                    granted.stream().filter(each -> !isGlobal(each)).toArray(Permission[]::new);
            rights.grant(global).everywhere().to(user);
            if (ofItems.length > 0) {
                rights.grant(ofItems).onFolders(team).to(user);
            }
        });
        rights.grant(Item.READ, Item.BUILD, Item.CANCEL, Item.CONFIGURE)
                .onFolders(other)
                .to("stranger");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(rights);
        return new Scene(jenkins, run, records);
    }

    static List<String> people() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("anonymous"),
                        RIGHTS.keySet().stream().sorted())
                .toList();
    }

    /** Whether somebody has what a line of the table asks for. */
    static boolean may(String user, String needs) {
        return RIGHTS.getOrDefault(user, Set.of()).stream()
                .anyMatch(permission -> idOf(permission).equals(needs));
    }

    /** The address with the names of the scene in the places of the words in braces. */
    String address(String template) {
        return template.replace("{run}", run.getUrl())
                .replace("{job}", run.getParent().getUrl())
                .replace("{op}", records.id())
                .replace("{settings}", DESCRIPTORS)
                .replace("{folder}", "job/team/" + DESCRIPTORS);
    }

    FreeStyleBuild run() {
        return run;
    }

    /** Asks as this user; a POST has the crumb that belongs to it. */
    WebResponse ask(String user, String verb, String template) throws IOException {
        return ask(user, verb, template, true);
    }

    /** The answer to a form that holds this text in every field. */
    String ask(String user, String verb, String template, String text) throws IOException {
        return ask(user, verb, template, true, text).getContentAsString();
    }

    WebResponse ask(String user, String verb, String template, boolean crumb) throws IOException {
        return ask(user, verb, template, crumb, "1");
    }

    private WebResponse ask(String user, String verb, String template, boolean crumb, String text) throws IOException {
        WebClient client = client(user);
        HttpMethod method = HttpMethod.valueOf(verb);
        String address = address(template);
        WebRequest request = new WebRequest(
                method == HttpMethod.POST && crumb
                        ? client.createCrumbedUrl(address)
                        : URI.create(client.getContextPath() + address).toURL(),
                method);
        if (method == HttpMethod.POST) {
            request.setRequestParameters(List.of(
                    new NameValuePair("value", text),
                    new NameValuePair("name", text),
                    new NameValuePair("line", text),
                    new NameValuePair("host", "127.0.0.1:1"),
                    new NameValuePair("credentialsId", ""),
                    new NameValuePair("authorities", ""),
                    new NameValuePair("plainHttp", "true"),
                    new NameValuePair("reason", "because")));
        }
        return client.loadWebResponse(request);
    }

    private WebClient client(String user) {
        return clients.computeIfAbsent(user, fresh -> {
            WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
            client.getOptions().setJavaScriptEnabled(false);
            client.getOptions().setRedirectEnabled(false);
            try {
                return fresh.equals("anonymous") ? client : client.withBasicCredentials(fresh);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean isGlobal(Permission permission) {
        return permission.owner != Item.class;
    }

    private static String idOf(Permission permission) {
        return (isGlobal(permission) ? "Overall/" : "Item/") + permission.name;
    }
}
