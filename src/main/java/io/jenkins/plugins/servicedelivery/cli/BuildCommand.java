package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.cli.terminal.Table;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code build}. */
@Command(
        name = "build",
        description = {
            "Builds the images of services from their templates and puts them into the registry.",
            "What was built before from the same inputs is found and not built again."
        },
        footer = {
            "  service-delivery build --catalog shop",
            "  service-delivery build orders payments --catalog shop --commit 4f2a91c --branch main",
            "  service-delivery build --catalog shop --registry registry.example.com --registry-user ci"
        })
final class BuildCommand extends Verb {
    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "The services (default: all of the line).")
    private List<Name> services = new ArrayList<>();

    @Option(names = "--commit", paramLabel = "ID", description = "The commit of the sources, for the image's record.")
    private Optional<String> commit;

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch of the sources, for the image's record.")
    private Optional<String> branch;

    @Option(names = "--build-url", paramLabel = "URL", description = "The page of the build, for the image's record.")
    private Optional<String> buildUrl;

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        Name line = workshop.line().name();
        List<BuildPlan> plans =
                BuildServiceImage.plan(workshop.catalog(), line, new TreeSet<>(services), workshop.folder());
        List<BuiltImage> images = workshop.buildServiceImage()
                .build(plans, new Origin(commit, branch, buildUrl), new BuildLines(console()));
        workshop.builtImages().remember(line, images);
        return answer(images);
    }

    private static Answer answer(List<BuiltImage> images) {
        Table table = new Table("service", "digest", "");
        images.forEach(image -> table.row(
                image.service().value(),
                image.reference().digest().orElseThrow().value(),
                image.reused() ? "unchanged" : "built"));
        return Answer.done(
                table.lines(),
                Json.object(
                        "images",
                        images.stream()
                                .map(image -> Json.object(
                                        "service", image.service().value(),
                                        "image", image.reference().toString(),
                                        "digest",
                                                image.reference()
                                                        .digest()
                                                        .orElseThrow()
                                                        .value(),
                                        "reused", image.reused(),
                                        "labels", image.labels().values()))
                                .toList()));
    }
}
