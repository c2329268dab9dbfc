package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.User;
import io.jenkins.plugins.servicedelivery.jenkins.records.PlantedRecords;
import java.util.Map;
import jenkins.model.experimentalflags.UserExperimentalFlagsProperty;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** With the new page of a build there are a tab, a card and a detail, and neither a side link nor a row. */
@WithJenkins
class NewBuildPageITest {
    private static final String FLAG = "new-build-page.flag";

    @Test
    void shouldHaveATabAndACardAndADetail(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("tea"));
        PlantedRecords.of("simulated", "release-tea", "planted").plant(run);
        User.getOrCreateByIdOrFullName("alice").addProperty(new UserExperimentalFlagsProperty(Map.of(FLAG, "true")));

        HtmlPage overview = Visitor.of(jenkins, "alice").page(run.getUrl());
        HtmlPage page = Visitor.of(jenkins, "alice").release(run);

        assertThat(overview.querySelectorAll(".app-build-tabs a[href$='/service-delivery']"))
                .hasSize(1);
        assertThat(overview.querySelectorAll(".jenkins-card .service-delivery-brief"))
                .hasSize(1);
        assertThat(overview.querySelectorAll(".app-summary .service-delivery-brief"))
                .isEmpty();
        assertThat(overview.querySelectorAll("#tasks a[href$='/service-delivery/']"))
                .isEmpty();
        assertThat(overview.querySelector(".jenkins-details a[href$='/service-delivery/']")
                        .asNormalizedText())
                .contains("planted: Paused with the candidate at 10 % (simulated)");
        assertThat(page.querySelectorAll(".app-build-content section")).hasSize(1);
    }

    @Test
    void shouldHaveALinkAndARowWithoutIt(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("tea"));
        PlantedRecords.of("simulated", "release-tea", "planted").plant(run);

        HtmlPage page = Visitor.anonymous(jenkins).page(run.getUrl());

        assertThat(page.querySelectorAll("#tasks a[href$='/service-delivery/']"))
                .hasSize(1);
        assertThat(page.querySelectorAll(".app-summary .service-delivery-brief"))
                .hasSize(1);
    }
}
