package io.jenkins.plugins.servicedelivery.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every Jenkinsfile that the documentation shows is run as it stands, with the tea line beside it in a Git repository. */
@WithJenkins
class DocsITest {
    private static final Pattern FENCE = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);

    /** In an order in which each finds what it needs: something has to be deployed before it is released. */
    private static final List<String> PAGES =
            List.of("docs/user/pipeline.md", "docs/user/pipeline-build-and-scan.md", "README.md");

    private static final Pattern OTHER_STRATEGIES = Pattern.compile(
            "---\napiVersion: service-delivery/v1\nkind: ReleaseStrategy\nname: (manual|slow)\n.*?(?=---|\\z)",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    private int job;

    @Test
    void shouldRunEveryJenkinsfileOfTheDocumentation(JenkinsRule jenkins) throws Exception {
        DeliveryRoom.in(jenkins);
        System.setProperty(GitSCM.class.getName() + ".ALLOW_LOCAL_CHECKOUT", "true");
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        jenkins.jenkins.setLabelString("java-17");
        Path repository = folder.resolve("tea");
        TeaLine line = TeaLine.in(repository, new Images().builtIn());
        Files.writeString(
                repository.resolve("tea.yaml"),
                OTHER_STRATEGIES.matcher(TeaLine.catalog()).replaceAll(""));
        git(repository, "init", "-q", "-b", "main");
        int run = 0;
        for (String page : PAGES) {
            for (String fence : fences(page)) {
                if (fence.contains("rollbackRelease")) {
                    line.change("orders", "2." + run, "");
                    build(
                            jenkins,
                            repository,
                            whole(
                                    """
                            def built = buildServiceImage service: 'orders'
                            grayRelease environment: 'production', image: built
                            """));
                }
                build(
                        jenkins,
                        repository,
                        fence.contains("node") || fence.contains("pipeline {") ? fence : whole(fence));
                run++;
            }
        }

        assertThat(run).isGreaterThan(5);
    }

    private void build(JenkinsRule jenkins, Path repository, String jenkinsfile) throws Exception {
        Files.writeString(repository.resolve("Jenkinsfile"), jenkinsfile);
        git(repository, "add", ".");
        git(
                repository,
                "-c",
                "user.name=tea",
                "-c",
                "user.email=tea@localhost",
                "commit",
                "-qm",
                "next",
                "--allow-empty");
        WorkflowJob next = jenkins.createProject(WorkflowJob.class, "doc-" + ++job);
        next.setDefinition(new CpsScmFlowDefinition(
                new GitSCM(
                        GitSCM.createRepoList(repository.toString(), null),
                        List.of(new BranchSpec("*/main")),
                        null,
                        null,
                        List.of()),
                "Jenkinsfile"));
        jenkins.buildAndAssertSuccess(next);
    }

    private static String whole(String steps) {
        return "node {\n  checkout scm\n" + steps + "}\n";
    }

    private static List<String> fences(String page) throws IOException {
        Matcher matcher = FENCE.matcher(Files.readString(Path.of(page)));
        List<String> fences = new ArrayList<>();
        while (matcher.find()) {
            fences.add(matcher.group(1));
        }
        assertThat(fences).as(page).isNotEmpty();
        return fences;
    }

    private static void git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
