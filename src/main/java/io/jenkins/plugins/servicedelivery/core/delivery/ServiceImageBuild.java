package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.image.BuildInputs;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageBuilder;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The building of one service's image, step by step. */
final class ServiceImageBuild {
    private static final int LAST_LINES = 20;
    private static final int FILES_NAMED = 5;
    private final ImageBuilder builder;
    private final Registry registry;
    private final CommandRunner commands;
    private final Timekeeper time;

    ServiceImageBuild(ImageBuilder builder, Registry registry, CommandRunner commands, Timekeeper time) {
        this.builder = builder;
        this.registry = registry;
        this.commands = commands;
        this.time = time;
    }

    BuiltImage run(BuildPlan plan, Origin origin, BuildProgress progress) throws InterruptedException {
        BuildInputs inputs = builder.inspect(plan);
        String tag = inputs.contentTag(plan);
        Optional<Digest> known = registry.find(plan.repository().tagged(tag));
        ImageReference image =
                known.isPresent() ? plan.repository().at(known.get()) : make(plan, inputs, tag, origin, progress);
        BuiltImage built =
                new BuiltImage(plan.request().service().name(), image, ImageLabels.of(plan, inputs), known.isPresent());
        progress.done(built);
        return built;
    }

    /** The tag comes last: who finds it finds a whole image with its record. */
    private ImageReference make(BuildPlan plan, BuildInputs inputs, String tag, Origin origin, BuildProgress progress)
            throws InterruptedException {
        builder.clean(plan);
        for (Command command : plan.commands()) {
            progress.commandStarts(plan, command);
            runCommand(plan, command);
        }
        refuseChangedSources(plan, inputs);
        progress.packagingStarts(plan);
        ImageReference image = builder.build(plan, ImageLabels.of(plan, inputs));
        registry.attach(image, new ImageRecord(origin, time.now()));
        registry.tag(image, tag);
        return image;
    }

    private void runCommand(BuildPlan plan, Command command) throws InterruptedException {
        CommandResult result = commands.run(command);
        if (!result.succeeded()) {
            throw new FailedException(
                    tried(plan),
                    "the command \"" + String.join(" ", command.words()) + "\" ended with exit code "
                            + result.exitCode(),
                    result.output().isBlank()
                            ? "It said nothing; run it in " + command.folder() + " to see why."
                            : "Correct what it says and run again:\n" + lastLines(result.output()));
        }
    }

    /** A tag says which sources an image was made of, so they must be the same before and after. */
    private void refuseChangedSources(BuildPlan plan, BuildInputs before) throws InterruptedException {
        if (plan.commands().isEmpty()) {
            return;
        }
        Set<String> changed = changed(before, builder.inspect(plan));
        if (!changed.isEmpty()) {
            throw new FailedException(
                    tried(plan),
                    "source files changed while the commands ran: "
                            + changed.stream().limit(FILES_NAMED).collect(Collectors.joining(", "))
                            + (changed.size() > FILES_NAMED ? ", …" : ""),
                    "If the commands of template \"" + plan.recipe().name()
                            + "\" write them, name them in its build.outputs; else run again.");
        }
    }

    private static Set<String> changed(BuildInputs before, BuildInputs after) {
        Set<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        paths.removeIf(path -> before.files().containsKey(path)
                && before.files().get(path).equals(after.files().get(path)));
        return paths;
    }

    private static String tried(BuildPlan plan) {
        Name service = plan.request().service().name();
        return "Building the image of " + service;
    }

    private static String lastLines(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }
}
