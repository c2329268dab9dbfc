package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.bind;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.shop;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.unread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Items;
import hudson.model.Job;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which binding of a product line holds for a job. */
@WithJenkins
class BindingsITest {
    private static JenkinsRule jenkins;
    private Folder outer;
    private Folder inner;
    private Job<?, ?> job;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void make() throws Exception {
        outer = jenkins.createProject(Folder.class, "outer");
        inner = outer.createProject(Folder.class, "inner");
        job = inner.createProject(FreeStyleProject.class, "job");
        ServiceDeliveryConfiguration.get().setProductLines(List.of());
    }

    @AfterEach
    void remove() throws Exception {
        outer.delete();
    }

    @Test
    void shouldTakeTheGlobalBindingWhereNoFolderHasOne() {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(shop(unread(), "global")));

        BoundLine found = Bindings.find(job, "shop").orElseThrow();

        assertThat(found.binding().clusterOf("test")).contains("global");
        assertThat(found.folder()).isEmpty();
        assertThat(found.place()).isEqualTo("the global settings");
    }

    @Test
    void shouldPreferTheNearestFolderToAllOthers() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(shop(unread(), "global")));
        bind(outer, shop(unread(), "outer"));
        assertThat(Bindings.find(job, "shop").orElseThrow().binding().clusterOf("test"))
                .contains("outer");

        bind(inner, shop(unread(), "inner"));
        BoundLine found = Bindings.find(job, "shop").orElseThrow();

        assertThat(found.binding().clusterOf("test")).contains("inner");
        assertThat(found.place()).isEqualTo("the settings of the folder outer/inner");
    }

    @Test
    void shouldTakeTheNearestBindingAsAWhole() throws Exception {
        bind(outer, shop(unread(), "outer"));
        ProductLineBinding less = new ProductLineBinding("shop", new CatalogSource(unread()));
        bind(inner, less);

        assertThat(Bindings.find(job, "shop").orElseThrow().binding().clusterOf("test"))
                .isEmpty();
    }

    @Test
    void shouldLookFurtherWhereTheNearestFolderBindsOtherLines() throws Exception {
        bind(outer, shop(unread(), "outer"));
        bind(inner, new ProductLineBinding("bank", new CatalogSource(unread())));

        assertThat(Bindings.find(job, "shop").orElseThrow().binding().clusterOf("test"))
                .contains("outer");
        assertThat(Bindings.find(job, "tea")).isEmpty();
    }

    @Test
    void shouldNotBeWidenedByTheJobItself() throws Exception {
        bind(outer, shop(unread(), "outer"));
        Folder beside = jenkins.createProject(Folder.class, "beside");
        bind(beside, shop(unread(), "beside"), new ProductLineBinding("tea", new CatalogSource(unread())));
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("shop", "beside")));

        assertThat(Bindings.find(job, "shop").orElseThrow().binding().clusterOf("test"))
                .contains("outer");
        assertThat(Bindings.find(job, "tea")).isEmpty();
        beside.delete();
    }

    @Test
    void shouldChooseTheOnlyLineOfTheNearestPlace() throws Exception {
        assertThat(Bindings.only(job)).isEmpty();
        ServiceDeliveryConfiguration.get()
                .setProductLines(
                        List.of(shop(unread(), "global"), new ProductLineBinding("bank", new CatalogSource(unread()))));
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> Bindings.only(job))
                .withMessage("Choosing the product line failed: the global settings bind several (shop, bank). Name one"
                        + " with the argument \"line\", and see that each is bound once.");

        bind(outer, shop(unread(), "outer"));

        assertThat(Bindings.only(job).map(BoundLine::place)).isEqualTo(Optional.of("the settings of the folder outer"));
    }

    @Test
    void shouldRefuseALineThatWasBoundTwiceBehindTheFormsBack() throws Exception {
        bind(outer, shop(unread(), "one"), new ProductLineBinding("bank", new CatalogSource(unread())));
        String xml = Items.getConfigFile(outer).asString().replace("<line>bank</line>", "<line>shop</line>");
        outer.updateByXml(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> Bindings.find(job, "shop"))
                .withMessageContaining("the settings of the folder outer bind several (shop, shop)");
    }

    @Test
    void shouldReadFilesThatLackParts() throws Exception {
        bind(outer, shop(unread(), "one"));
        String xml = Items.getConfigFile(outer)
                .asString()
                .replaceAll("(?s)<environments>.*</environments>", "")
                .replaceAll("(?s)<catalog>.*</catalog>", "")
                .replace(
                        "</productLines>",
                        "<io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding/></productLines>");
        outer.updateByXml(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));

        BoundLine found = Bindings.find(job, "shop").orElseThrow();

        assertThat(found.binding().clusterOf("test")).isEmpty();
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> CatalogFiles.read(found))
                .withMessage(
                        "Reading the catalog of shop failed: the settings of the folder outer name no SCM. Complete"
                                + " them.");
    }
}
