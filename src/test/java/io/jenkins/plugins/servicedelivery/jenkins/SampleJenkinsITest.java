package io.jenkins.plugins.servicedelivery.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import hudson.model.Item;
import hudson.model.Result;
import hudson.plugins.git.GitSCM;
import hudson.security.ACL;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What {@code ./run} puts into its Jenkins: the same repository, settings, jobs and Jenkinsfiles, on a faster cluster. */
@WithJenkins
class SampleJenkinsITest {
    private static final Path SAMPLE = Path.of("src", "demo", "jenkins");
    private static final double SPEED = 50;

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        System.setProperty("shop.repository", folder.resolve("shop").toString());
        System.setProperty("shop.url", "http://127.0.0.1:8080/jenkins/");
        System.setProperty("shop.password", "a password of this test");
        Process process = new ProcessBuilder(SAMPLE.resolve("make-repository").toString(), "" + folder.resolve("shop"))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @AfterEach
    void forget() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = false;
        List.of("shop.repository", "shop.url", "shop.password").forEach(System::clearProperty);
    }

    @Test
    void shouldPromoteTheGoodReleaseAndRollBackTheBadOne(JenkinsRule jenkins) throws Exception {
        WorkflowJob shop = job(jenkins, "shop");

        WorkflowRun good = jenkins.buildAndAssertSuccess(shop);

        jenkins.assertLogContains("5 calls between 5 services, 0 findings", good);
        jenkins.assertLogContains("shop/production on the simulated cluster \"simulated\" is ready", good);
        jenkins.assertLogContains("is promoted", good);

        WorkflowRun bad = jenkins.buildAndAssertStatus(Result.FAILURE, job(jenkins, "shop-bad-release"));

        jenkins.assertLogContains("was rolled back", bad);
        jenkins.assertLogNotContains("\tat ", bad);

        WorkflowRun again = jenkins.buildAndAssertSuccess(shop);

        jenkins.assertLogContains("is promoted", again);
    }

    @Test
    void shouldLetVisitorsBuildAndChangeNothing(JenkinsRule jenkins) throws Exception {
        ACL shop = job(jenkins, "shop").getACL();
        ACL all = jenkins.jenkins.getACL();

        assertThat(List.of(Item.READ, Item.BUILD))
                .allMatch(permission -> shop.hasPermission2(Jenkins.ANONYMOUS2, permission));
        assertThat(List.of(Item.CONFIGURE, Item.DELETE, Item.CREATE))
                .noneMatch(permission -> shop.hasPermission2(Jenkins.ANONYMOUS2, permission));
        assertThat(List.of(Jenkins.MANAGE, Jenkins.SYSTEM_READ, Jenkins.ADMINISTER))
                .noneMatch(permission -> all.hasPermission2(Jenkins.ANONYMOUS2, permission));
    }

    /** A job of the sample, made as it is when Jenkins starts. */
    private static WorkflowJob job(JenkinsRule jenkins, String name) throws Exception {
        if (jenkins.jenkins.getItem(name) == null) {
            ConfigurationAsCode.get().configure(SAMPLE.resolve("jenkins.yaml").toString());
            new GroovyShell(jenkins.jenkins.getPluginManager().uberClassLoader)
                    .evaluate(SAMPLE.resolve("jobs.groovy").toFile());
            SimulatedConnection faster = new SimulatedConnection();
            faster.setRequestsPerSecond(50);
            faster.setSpeed(SPEED);
            ServiceDeliveryConfiguration.get().setClusters(List.of(new ClusterSettings("simulated", faster)));
        }
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class);
    }
}
