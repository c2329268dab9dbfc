package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Items;
import hudson.model.TopLevelItem;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistrySettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryFolderProperty;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Hostile texts in every place that a page of ours shows. */
@WithJenkins
class HostilePagesITest {
    private static final List<String> PAGES =
            List.of("service-delivery/", "service-delivery/caretaker/", "{run}", "{run}service-delivery/", "{job}");

    private static JenkinsRule jenkins;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterEach
    void clear() throws Exception {
        for (TopLevelItem item : jenkins.jenkins.getItems()) {
            item.delete();
        }
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.servicedelivery.jenkins.security.HostileTexts#all")
    void shouldShowWhatOthersWroteAsText(String text) throws Exception {
        Scene scene = Scene.in(jenkins, text);
        WebClient client = client();

        for (String page : PAGES) {
            HtmlPage shown = client.goTo(scene.address(page));

            HostileTexts.assertHarmless(shown);
            assertThat(shown.getVisibleText())
                    .as(page)
                    .contains(text.startsWith("mis") ? "mischief" : text.substring(0, 12));
        }
        String json = client.goTo(scene.address("{run}service-delivery/api/json"), "application/json")
                .getWebResponse()
                .getContentAsString();
        assertThat(json).doesNotContain("\u001b");
    }

    /** What a file of settings says never met the rules that forms and configuration as code meet. */
    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.servicedelivery.jenkins.security.HostileTexts#all")
    void shouldShowSettingsThatWereLoadedAsText(String text) throws Exception {
        ServiceDeliveryConfiguration settings = ServiceDeliveryConfiguration.get();
        settings.setProductLines(List.of(binding(text)));
        RegistrySettings registry = new RegistrySettings("registry.local");
        registry.setAuthorities(clean(text));
        registry.setCredentialsId(clean(text));
        settings.setRegistries(List.of(registry));
        Folder team = jenkins.createProject(Folder.class, "team");
        team.getProperties().replace(new ServiceDeliveryFolderProperty(List.of(binding(text))));
        WebClient client = client();

        HtmlPage global = client.goTo("manage/configure");
        HtmlPage folder = client.goTo("job/team/configure");

        HostileTexts.assertHarmless(global);
        HostileTexts.assertHarmless(folder);
        assertThat(global.asXml()).contains("mischief");
        assertThat(folder.asXml()).contains("mischief");
    }

    @Test
    void shouldAnswerFormsWithTextsOnly() throws Exception {
        Scene scene = Scene.in(jenkins, "planted");
        for (String question : List.of(
                "ClusterSettings/checkName",
                "RegistrySettings/checkHost",
                "RegistrySettings/checkAuthorities",
                "ProductLineBinding/checkLine",
                "ProductLineBinding/checkRegistry",
                "ProductLineBinding/testCatalog",
                "EnvironmentBinding/checkCluster",
                "CatalogSource/checkFolder",
                "SimulatedConnection/checkSpeed")) {
            String answer = scene.ask("admin", "POST", "{settings}" + question, HostileTexts.MARKUP);

            assertThat(answer).as(question).doesNotContain("<img", "<script");
        }
    }

    private static ProductLineBinding binding(String text) {
        String word = StringEscapeUtils.escapeXml10(clean(text));
        ProductLineBinding binding = (ProductLineBinding) Items.XSTREAM2.fromXML("<"
                + ProductLineBinding.class.getName()
                + "><line>" + word + "</line><catalog>"
                + Items.XSTREAM2
                        .toXML(git(clean(text)))
                        .replaceFirst("<hudson.plugins.git.GitSCM", "<scm class=\"hudson.plugins.git.GitSCM\"")
                        .replaceFirst("</hudson.plugins.git.GitSCM>", "</scm>")
                + "<folder>" + word + "</folder></catalog><environments><" + ENVIRONMENT + "><environment>" + word
                + "</environment><cluster>" + word + "</cluster></" + ENVIRONMENT + "></environments><registry>" + word
                + "</registry></" + ProductLineBinding.class.getName() + ">");
        assertThat(binding.getEnvironments()).hasSize(1);
        return binding;
    }

    private static final String ENVIRONMENT = ProductLineBinding.class.getPackageName() + ".EnvironmentBinding";

    /** Files of XML hold no control characters. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }

    private static GitSCM git(String address) {
        return new GitSCM(
                GitSCM.createRepoList(address, null),
                new ArrayList<>(List.of(new BranchSpec("*/main"))),
                null,
                null,
                new ArrayList<>());
    }

    private static WebClient client() {
        WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        try {
            return jenkins.jenkins.isUseSecurity() ? client.withBasicCredentials("admin") : client;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
