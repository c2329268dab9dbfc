package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.awaitility.Awaitility.await;

import hudson.FilePath;
import hudson.model.Node;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A Pipeline job and the sources in its workspace, on an agent or on the built-in node, all of this machine. */
final class BuildSite {
    private final WorkflowJob job;
    private final Path workspace;

    private BuildSite(WorkflowJob job, Path workspace) {
        this.job = job;
        this.workspace = workspace;
    }

    /** A job whose workspace will be on this node. */
    static BuildSite on(JenkinsRule jenkins, Node node, String name) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        FilePath workspace = node.getWorkspaceFor(job);
        workspace.mkdirs();
        return new BuildSite(job, Path.of(workspace.getRemote()));
    }

    WorkflowJob job() {
        return job;
    }

    Path workspace() {
        return workspace;
    }

    WorkflowJob script(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Puts the sample shop into the workspace. */
    BuildSite withShop() throws Exception {
        new FilePath(new File("src/demo/shop").getAbsoluteFile())
                .copyRecursiveTo("**", new FilePath(workspace.toFile()));
        return this;
    }

    /** Puts a line of one service into the workspace, whose image is made by this script of a shell. */
    BuildSite withCommand(String script) throws Exception {
        Files.createDirectories(workspace.resolve("one"));
        Files.writeString(workspace.resolve("one/source.txt"), "source");
        Files.writeString(workspace.resolve("one/make.sh"), script);
        Files.writeString(
                workspace.resolve("catalog.yaml"),
                """
                apiVersion: service-delivery/v1
                kind: ProductLine
                name: line
                repository: registry.local/line
                owners: {main: [alice], backup: [bob]}
                services:
                  one: {template: made, ports: {http: 8080}}
                ---
                apiVersion: service-delivery/v1
                kind: ImageTemplate
                name: made
                version: 1.0
                base: {empty: true}
                build:
                  commands:
                    - [sh, make.sh]
                  limit: 10m
                  outputs: [target]
                layers:
                  made: {from: target, into: /app}
                user: "65532"
                entrypoint: [cat, /app/made]
                probe: /health
                """);
        return this;
    }

    /** Waits for a file that a command writes a number into. */
    long number(String file) {
        Path path = workspace.resolve(file);
        return await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> Long.parseLong(Files.readString(path).trim()), number -> number > 0);
    }
}
