package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What will be done to build the image of one service, before anything is done: the template with every placeholder
 * filled, and all of it checked.
 *
 * @param request the wish that this plan answers
 * @param recipe the template of the request with its texts filled for the service
 */
public record BuildPlan(BuildRequest request, ImageTemplate recipe) {
    /**
     * What commands are given beside the machine's own variables: tools that ask write the same bytes at any time, in
     * any time zone and language.
     */
    private static final Map<String, String> STEADY =
            Map.of("SOURCE_DATE_EPOCH", "315532800", "TZ", "UTC", "LC_ALL", "C.UTF-8");

    /**
     * The plan for a request.
     *
     * @throws InvalidInputException with all mistakes of the template as it stands for this service
     */
    public static BuildPlan of(BuildRequest request) {
        List<Problem> problems = new ArrayList<>();
        Placeholders placeholders = new Placeholders(request, problems::add);
        ImageTemplate recipe = filled(request.template(), placeholders);
        TemplateRules rules = new TemplateRules(placeholders);
        rules.check(request.service());
        rules.check(recipe);
        checkRepository(request, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(
                    "Planning the image of " + request.service().name(), problems);
        }
        return new BuildPlan(request, recipe);
    }

    /** Where the image will live, without tag and digest. */
    public ImageReference repository() {
        return ImageReference.parse(repositoryOf(request));
    }

    /** Absolute path of the service's source folder on the machine where the image is built. */
    public String sourceFolder() {
        return request.folder() + "/" + request.service().source();
    }

    /** The commands to run in the source folder, in their order. */
    public List<Command> commands() {
        return recipe.commands().stream()
                .map(words -> new Command(words, sourceFolder(), STEADY, recipe.commandLimit()))
                .toList();
    }

    private static String repositoryOf(BuildRequest request) {
        return request.line().repository() + "/" + request.service().name();
    }

    private static void checkRepository(BuildRequest request, List<Problem> problems) {
        try {
            ImageReference.parse(repositoryOf(request));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(
                    "bad-repository",
                    e.getMessage() + ".",
                    Place.outside("product line \"" + request.line().name() + "\""),
                    "repository",
                    "Write a registry host and a path."));
        }
    }

    private static ImageTemplate filled(ImageTemplate template, Placeholders values) {
        return new ImageTemplate(
                template.name(),
                template.version(),
                template.base(),
                filledCommands(template.commands(), values),
                template.commandLimit(),
                values.fill("build.outputs", template.outputs()),
                template.layers().stream().map(layer -> filled(layer, values)).toList(),
                values.fill("user", template.user()),
                values.fill("workingDirectory", template.workingDirectory()),
                values.fill("entrypoint", template.entrypoint()),
                filled("variables", template.variables(), values),
                filled("labels", template.labels(), values),
                values.fill("probe", template.probePath()));
    }

    private static List<List<String>> filledCommands(List<List<String>> commands, Placeholders values) {
        List<List<String>> filled = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            filled.add(values.fill("build.commands[" + i + "]", commands.get(i)));
        }
        return List.copyOf(filled);
    }

    private static LayerRule filled(LayerRule layer, Placeholders values) {
        String path = "layers." + layer.name();
        return new LayerRule(
                layer.name(), values.fill(path + ".from", layer.from()), values.fill(path + ".into", layer.into()));
    }

    private static SortedMap<String, String> filled(String path, Map<String, String> texts, Placeholders values) {
        SortedMap<String, String> filled = new TreeMap<>();
        texts.forEach((key, text) -> filled.put(key, values.fill(path + "." + key, text)));
        return filled;
    }
}
