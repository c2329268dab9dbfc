package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.BuildOrder;
import io.jenkins.plugins.servicedelivery.jenkins.agent.DeliveredImage;
import io.jenkins.plugins.servicedelivery.jenkins.agent.ImageBuild;
import io.jenkins.plugins.servicedelivery.jenkins.agent.Underway;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Builds images on the agent of the step. */
final class BuildCourse extends AgentCourse<List<DeliveredImage>> {
    private static final int KEY_DIGITS = 16;
    private final BuildVerb verb;

    BuildCourse(StepSite site, BuildVerb verb) {
        super(site);
        this.verb = verb;
    }

    @Override
    Underway<List<DeliveredImage>> begin(FilePath workspace, String agent) throws InterruptedException {
        EnvVars variables = site().variables();
        Launcher launcher = site().launcher()
                .orElseThrow(() ->
                        new FailedException(tried(), "nothing can start programs here", "Run the step inside a node."));
        BuildOrder order = new BuildOrder(
                verb.folder(),
                verb.line(),
                verb.services(),
                verb.parallel(),
                SourceVariables.source(variables, site().run()));
        ImageBuild.Site where = new ImageBuild.Site(
                workspace, launcher, variables, site().listener().getLogger(), agent);
        return ImageBuild.begin(where, order, site().run(), room());
    }

    @Override
    Stage.End end(List<DeliveredImage> images) throws InterruptedException {
        PrintStream out = site().listener().getLogger();
        TextTable table = new TextTable("service", "digest", "");
        images.forEach(image -> table.row(
                image.service().value(),
                image.image().digest().map(Digest::value).orElse(""),
                image.reused() ? "unchanged" : "built"));
        table.lines().forEach(line -> out.println("  " + line));
        images.stream()
                .findFirst()
                .flatMap(image -> new Images().notice(image.image().host()))
                .ifPresent(notice -> out.println("  " + notice));
        return new Stage.Done(new BuiltImages(images));
    }

    @Override
    String tried() {
        return "Building images";
    }

    /** The same for this step after a restart, so that nothing of it is left lying about. */
    private Path room() throws InterruptedException {
        Run<?, ?> run = site().run();
        String key = run.getExternalizableId() + "/" + site().node().getId();
        String name = Digest.of(key.getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEY_DIGITS);
        return JenkinsFacade.ownFolder().resolve("incoming").resolve(name);
    }
}
