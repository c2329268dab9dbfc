package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.graphanalysis.NodeStepTypePredicate;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScanDependenciesITest {
    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @Test
    void shouldScanOnAnAgent(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, agents.createAgent(jenkins, "agent"), "shop")
                .withShop();
        site.script(
                """
                node('agent') {
                  def scan = scanDependencies()
                  echo "errors: ${scan.errors} of ${scan.services.size()}"
                  echo "calls: ${scan.dependencies.collect { it.caller + '>' + it.called + ' ' + it.standing }.join('; ')}"
                  echo "waves: ${scan.startWaves}"
                  echo scan.mermaid
                  echo "lengths: ${scan.dot.startsWith('digraph')} ${scan.json.contains('blastRadius')}"
                }
                """);

        WorkflowRun run = jenkins.buildAndAssertSuccess(site.job());

        jenkins.assertLogContains("errors: 0 of 5", run);
        jenkins.assertLogContains("orders>payments confirmed", run);
        jenkins.assertLogContains("waves: [[inventory, payments], [orders, products], [storefront]]", run);
        jenkins.assertLogContains("s_orders --> s_payments", run);
        jenkins.assertLogContains("lengths: true true", run);
        jenkins.assertLogContains("start order: inventory + payments, then orders + products, then storefront", run);
    }

    @Test
    void shouldFailOnACallThatIsNotDeclared(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "shop").withShop();
        forgetADependency(site);
        site.script("node { scanDependencies() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("error  configuration.yaml:22:67: orders calls payments", run);
        jenkins.assertLogContains("ERROR: The scan of shop found 1 error.", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void shouldMarkTheStageUnstableWhereItIsToldSo(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "shop").withShop();
        forgetADependency(site);
        site.script("node { def scan = scanDependencies failOnErrors: false; echo \"went on with ${scan.errors}\" }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, site.job());

        jenkins.assertLogContains("went on with 1", run);
        assertThat(new DepthFirstScanner()
                        .findFirstMatch(run.getExecution(), new NodeStepTypePredicate("scanDependencies"))
                        .getPersistentAction(WarningAction.class)
                        .getMessage())
                .startsWith("The scan of shop found 1 error.");
    }

    @Test
    void shouldSayThatThereIsNoCatalog(JenkinsRule jenkins) throws Exception {
        BuildSite site = BuildSite.on(jenkins, jenkins.jenkins, "empty");
        site.script("node { scanDependencies() }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, site.job());

        jenkins.assertLogContains("There is no catalog here", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    private static void forgetADependency(BuildSite site) throws Exception {
        Path shop = site.workspace().resolve("shop.yaml");
        Files.writeString(
                shop, Files.readString(shop).replace("dependsOn: [inventory, payments]", "dependsOn: [inventory]"));
    }
}
