package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.servicedelivery.jenkins.records.PlantedRecords;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Whatever a cluster, a catalog or a person writes is shown as the text that it is. */
@WithJenkins
class HostileTextsITest {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'${7*7}";

    @Test
    void shouldShowEveryTextAsText(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("tea");
        job.setDisplayName(HOSTILE);
        FreeStyleBuild run = jenkins.buildAndAssertSuccess(job);
        run.setDisplayName(HOSTILE);
        PlantedRecords.of("simulated", "release-tea", HOSTILE).plant(run);

        for (String address : new String[] {
            run.getUrl() + "service-delivery/",
            run.getUrl(),
            job.getUrl(),
            "service-delivery/",
            "service-delivery/?line=" + "%22%3E%3Cimg%20src%3Dx%3E&service=%22%3E%3Cimg%20src%3Dx%3E",
            "service-delivery/caretaker/"
        }) {
            HtmlPage page = Visitor.anonymous(jenkins).page(address);

            assertThat(page.querySelectorAll("img[src=x], [onerror]"))
                    .as(address)
                    .isEmpty();
            assertThat(page.getWebResponse().getStatusCode()).as(address).isEqualTo(200);
            assertThat(page.getWebResponse().getContentAsString()).as(address).doesNotContain("'49");
        }
        assertThat(Visitor.anonymous(jenkins).operation(run)).contains(HOSTILE);
        assertThat(Visitor.anonymous(jenkins).page("service-delivery/").asNormalizedText())
                .contains(HOSTILE);
        assertThat(Visitor.anonymous(jenkins)
                        .page("service-delivery/caretaker/")
                        .asNormalizedText())
                .contains(HOSTILE);
    }
}
