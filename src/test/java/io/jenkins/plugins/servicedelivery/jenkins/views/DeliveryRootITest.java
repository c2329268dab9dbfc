package io.jenkins.plugins.servicedelivery.jenkins.views;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.servicedelivery.jenkins.records.BuildRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.LineFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.RunLoadCounter;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.MetaClass;

/** The page that shows what runs where. */
@WithJenkins
class DeliveryRootITest {
    private static final Logger LOGGER = Logger.getLogger(DeliveryRootITest.class.getName());

    @Test
    void shouldShowThatNothingWasDelivered(JenkinsRule jenkins) throws Exception {
        assertThat(Visitor.anonymous(jenkins).page("service-delivery/").asNormalizedText())
                .contains("Nothing was delivered yet");
    }

    /** The bar of the specification: a thousand services in five environments, and not one build loaded. */
    @Test
    void shouldShowAThousandServicesWithoutLoadingABuild(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("tea");
        FreeStyleBuild run = null;
        for (int i = 0; i < 5; i++) {
            run = jenkins.buildAndAssertSuccess(job);
        }
        LineFiles.write("simulated", "tea", 1000, Optional.of(BuildRef.of(run)));
        Visitor visitor = Visitor.anonymous(jenkins);
        visitor.page("service-delivery/");

        HtmlPage page = RunLoadCounter.assertMaxLoads(job, 0, () -> visitor.page("service-delivery/"));
        RunLoadCounter.assertMaxLoads(job, 0, () -> visitor.get("service-delivery/api/json"));

        assertThat(page.asNormalizedText()).contains("Services 1 to 50 of 1,000", "service-0049", "Candidate at 25 %");
        assertThat(page.querySelectorAll("td a[href='/jenkins/job/tea/5/service-delivery/']"))
                .hasSize(250);
        LOGGER.info("50 of 1,000 services in five environments took " + fastest(visitor) + " ms over HTTP");
    }

    /** Told, never asserted: times are not the same on any two machines. Tests look up every view anew; Jenkins does not. */
    private static long fastest(Visitor visitor) throws Exception {
        boolean before = MetaClass.NO_CACHE;
        MetaClass.NO_CACHE = false;
        try {
            return fastestOfMany(visitor);
        } finally {
            MetaClass.NO_CACHE = before;
        }
    }

    private static long fastestOfMany(Visitor visitor) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            Instant begin = Instant.now();
            visitor.conditional("service-delivery/", "none");
            best = Math.min(best, Duration.between(begin, Instant.now()).toMillis());
        }
        return best;
    }

    @Test
    void shouldTurnPagesAndFilter(JenkinsRule jenkins) throws Exception {
        jenkins.createFreeStyleProject("tea");
        LineFiles.write("simulated", "tea", 120, Optional.of(new BuildRef("tea", 1)));
        LineFiles.write("other", "shop", 3, Optional.of(new BuildRef("tea", 1)));
        Visitor visitor = Visitor.anonymous(jenkins);

        HtmlPage first = visitor.page("service-delivery/?line=tea");
        HtmlPage last = first.getAnchorByText("Next")
                .<HtmlPage>click()
                .getAnchorByText("Next")
                .click();

        assertThat(last.asNormalizedText())
                .contains("Services 101 to 120 of 120", "service-0119")
                .doesNotContain("Next");
        assertThat(visitor.page("service-delivery/?line=tea&service=0042").asNormalizedText())
                .contains("Services 1 to 1 of 1", "service-0042")
                .doesNotContain("service-0043");
        assertThat(visitor.page("service-delivery/?line=tea&page=999999&service=nothing")
                        .asNormalizedText())
                .contains("Services 0 to 0 of 0");
        assertThat(visitor.page("service-delivery/").asNormalizedText()).contains("Services 1 to 3 of 3");
        assertThat(visitor.page("service-delivery/?page=-1&line=%00").asNormalizedText())
                .contains("Services 1 to 3 of 3");
    }

    @Test
    void shouldShowOnlyWhatJobsDeliveredThatTheReaderMayRead(JenkinsRule jenkins) throws Exception {
        jenkins.createFreeStyleProject("tea");
        LineFiles.write("simulated", "tea", 1, Optional.of(new BuildRef("tea", 1)));
        LineFiles.write("by-hand", "shop", 1, Optional.empty());
        LineFiles.write("by-the-gone", "lamps", 1, Optional.of(new BuildRef("deleted", 1)));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader", "stranger")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));

        assertThat(lines(Visitor.of(jenkins, "stranger"))).isEmpty();
        assertThat(lines(Visitor.of(jenkins, "reader"))).containsOnly("tea");
        assertThat(lines(Visitor.of(jenkins, "admin"))).containsOnly("tea", "shop", "lamps");
        assertThat(Visitor.of(jenkins, "stranger").page("service-delivery/").asNormalizedText())
                .contains("Nothing was delivered yet")
                .doesNotContain("tea", "shop");
        assertThat(Visitor.of(jenkins, "reader")
                        .page("service-delivery/?line=shop")
                        .asNormalizedText())
                .contains("tea")
                .doesNotContain("shop", "lamps", "Build the index again", "Caretaker");
        assertThat(Visitor.of(jenkins, "reader").status(HttpMethod.GET, "service-delivery/caretaker/", false))
                .isEqualTo(403);
    }

    @Test
    void shouldLetAdministratorsBuildTheIndexAgain(JenkinsRule jenkins) throws Exception {
        jenkins.createFreeStyleProject("tea");
        LineFiles.write("simulated", "tea", 1, Optional.of(new BuildRef("tea", 1)));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
        String address = "service-delivery/rebuild";

        assertThat(Visitor.of(jenkins, "reader").status(HttpMethod.POST, address, true))
                .isEqualTo(403);
        assertThat(Visitor.of(jenkins, "admin").status(HttpMethod.GET, address, false))
                .isEqualTo(405);
        assertThat(lines(Visitor.of(jenkins, "admin"))).containsOnly("tea");
        assertThat(Visitor.of(jenkins, "admin").status(HttpMethod.POST, address, true))
                .isEqualTo(302);

        // the simulated cluster has no records at all
        assertThat(lines(Visitor.of(jenkins, "admin"))).isEmpty();
    }

    private static List<String> lines(Visitor visitor) throws Exception {
        JSONArray entries = visitor.json("service-delivery/api/json").getJSONArray("entries");
        return entries.stream()
                .map(entry -> ((JSONObject) entry).getString("line"))
                .toList();
    }
}
