package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Result;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.jenkins.LabConnection;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.settings.CatalogSource;
import io.jenkins.plugins.servicedelivery.jenkins.settings.EnvironmentBinding;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a job may do with a cluster on which somebody depends. */
@WithJenkins
class GrantsITest {
    @TempDir
    private static Path temporary;

    private static JenkinsRule jenkins;
    private static Tea tea;
    private static Corner corner;
    private static Path repository;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tea = Tea.in(rule);
        corner = tea.lab("precious", false);
        tea.corner("toys");
        repository = Files.createDirectory(temporary.resolve("tea"));
        run("git", "init", "--quiet", "--initial-branch=main");
        Files.createDirectories(repository.resolve("delivery"));
        Files.writeString(repository.resolve("delivery/tea.yaml"), TeaLine.catalog());
        run("git", "add", "--all");
        run("git", "-c", "user.name=alice", "-c", "user.email=alice@example.com", "commit", "--quiet", "-m", "catalog");
    }

    private static void run(String... words) throws Exception {
        CommandResult result = new ProcessCommandRunner()
                .run(new Command(List.of(words), repository.toString(), Map.of(), Duration.ofMinutes(1)));
        assertThat(result.exitCode()).as(String.join(" ", words)).isZero();
    }

    @AfterEach
    void unbind() {
        ServiceDeliveryConfiguration.get().setProductLines(List.of());
    }

    private static ProductLineBinding binding() {
        List<BranchSpec> branches = new ArrayList<>(List.of(new BranchSpec("*/main")));
        CatalogSource source = new CatalogSource(new GitSCM(
                GitSCM.createRepoList(repository.toUri().toString(), null), branches, null, null, new ArrayList<>()));
        source.setFolder("delivery");
        ProductLineBinding binding = new ProductLineBinding("tea", source);
        binding.setEnvironments(List.of(new EnvironmentBinding("test", "precious")));
        return binding;
    }

    /** A job whose workspace has a catalog that says more than the one of the protected branch. */
    private static WorkflowJob job(String name, String script) throws Exception {
        WorkflowJob job = corner.scripted(name, script);
        corner.catalog(job, TeaLine.catalog().replace("name: production", "name: wished-for"));
        return job;
    }

    private static String images() {
        return "images: [orders: '" + tea.orders() + "', payments: '" + tea.payments() + "']";
    }

    private static WorkflowRun fail(WorkflowJob job) throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(corner.records()).as("nothing was touched").isEmpty();
        return run;
    }

    @Test
    void shouldRefuseALineThatNothingBindsOnAClusterThatIsNotOpenToAll() throws Exception {
        WorkflowRun run = fail(job(
                "unbound", "node { deployEnvironment environment: 'test', cluster: 'precious', " + images() + " }"));

        jenkins.assertLogContains(
                "no setting binds its product line to the cluster \"precious\" for unbound. Ask an administrator, or whoever"
                        + " owns the folder, to bind the product line to its environments.",
                run);
    }

    @Test
    void shouldTellWhichClustersThereAreWhereNothingSaysWhichOne() throws Exception {
        WorkflowRun run = fail(job("several", "node { deployEnvironment environment: 'test', " + images() + " }"));

        assertThat(JenkinsRule.getLog(run))
                .containsPattern(
                        "the settings have several clusters \\((precious, toys|toys, precious)\\)\\. Name one");
    }

    @Test
    void shouldTakeClusterAndCatalogFromTheBindingWithoutANode() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding()));
        Folder folder = jenkins.createProject(Folder.class, "team");
        WorkflowJob job = folder.createProject(WorkflowJob.class, "bound");
        job.setDefinition(new CpsFlowDefinition(
                "def up = deployEnvironment environment: 'test', " + images() + "\n"
                        + "echo \"up on ${up.cluster}, simulated ${up.simulated}, ${up.environment} of ${up.line}\"\n"
                        + "recycleEnvironment 'test'",
                true));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("up on precious, simulated false, test of tea", run);
        jenkins.assertLogContains("the catalog is that of the folder delivery of git", run);
        jenkins.assertLogContains("at commit ", run);
        corner.records().forEach(record -> assertThat(record.startedBy()).isEqualTo("team/bound #1"));
        assertThat(corner.records()).hasSize(2);
        corner.lab().forget();
        tea.setAnew("precious", new LabConnection(false, 2 * Corner.SPEED));
    }

    @Test
    void shouldRefuseAnotherPlaceOfTheCatalog() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding()));

        WorkflowRun run = fail(
                job("catalog", "node { deployEnvironment environment: 'test', catalog: 'mine', " + images() + " }"));

        jenkins.assertLogContains("Leave the argument \"catalog\" out.", run);
    }

    @Test
    void shouldRefuseAnotherCluster() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding()));

        WorkflowRun run = fail(
                job("cluster", "node { deployEnvironment environment: 'test', cluster: 'toys', " + images() + " }"));

        jenkins.assertLogContains(
                "the settings bind it to the cluster precious, not to toys. Leave the argument \"cluster\" out.", run);
    }

    @Test
    void shouldRefuseAnEnvironmentThatIsNotBoundWhateverTheWorkspaceSays() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding()));

        WorkflowRun production = fail(job("production", "node { deployEnvironment 'production' }"));
        WorkflowRun wishedFor = fail(job("wished-for", "node { deployEnvironment 'wished-for' }"));

        jenkins.assertLogContains(
                "the settings bind tea to test only. Name one of these, or ask whoever owns", production);
        jenkins.assertLogContains("the settings bind tea to test only.", wishedFor);
    }

    @Test
    void shouldNotLetAnotherLineOfTheWorkspaceOntoThatCluster() throws Exception {
        ServiceDeliveryConfiguration.get().setProductLines(List.of(binding()));

        WorkflowRun run = fail(job(
                "line",
                "node { deployEnvironment environment: 'test', line: 'coffee', cluster: 'precious', " + images()
                        + " }"));

        jenkins.assertLogContains("no setting binds the product line coffee to the cluster \"precious\"", run);
    }
}
