package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads image templates. */
final class ImageTemplateCodec implements Codec<ImageTemplate> {
    private static final BaseImage NO_BASE = new BaseImage.Empty();
    private static final Build NO_BUILD = new Build(List.of(), Defaults.BUILD_LIMIT, List.of());
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern URL_PATH = Pattern.compile("/[!-~]*");

    @Override
    public ImageTemplate read(Name name, Fields fields) {
        String version = fields.need("version", Scalars::something, "");
        BaseImage base = fields.need("base", ImageTemplateCodec::base, NO_BASE);
        Build build = fields.take("build", item -> item.fields(ImageTemplateCodec::build), NO_BUILD);
        return new ImageTemplate(
                name,
                version,
                base,
                build.commands(),
                build.limit(),
                build.outputs(),
                fields.need("layers", ImageTemplateCodec::layers, List.of()),
                fields.take("user", Scalars::something, Defaults.USER),
                fields.take("workingDirectory", Folders::inImage, Defaults.WORKING_DIRECTORY),
                fields.need("entrypoint", ImageTemplateCodec::command, List.of()),
                new TreeMap<>(fields.take("variables", ImageTemplateCodec::variables, Map.of())),
                new TreeMap<>(fields.take("labels", item -> item.entries(Item::text), Map.of())),
                fields.take("probe", ImageTemplateCodec::urlPath, Defaults.PROBE));
    }

    private static Optional<BaseImage> base(Item item) {
        return item.fields(fields -> {
                    Optional<BaseImage> empty = fields.find("empty", ImageTemplateCodec::empty);
                    Optional<BaseImage> image = fields.find("image", ImageTemplateCodec::pinned);
                    Optional<BaseImage> layout =
                            fields.find("layout", Folders::below).map(BaseImage.InLayout::new);
                    return Stream.of(empty, image, layout)
                            .flatMap(Optional::stream)
                            .toList();
                })
                .flatMap(bases -> bases.size() == 1
                        ? Optional.of(bases.get(0))
                        : item.wrong(
                                "bad-base",
                                bases.isEmpty() ? "No base image is named." : "More than one base image is named.",
                                "Write exactly one of empty: true, image: <reference> and layout: <folder>."));
    }

    private static Optional<BaseImage> empty(Item item) {
        return Scalars.flag(item)
                .filter(flag -> flag
                        || item.wrong("bad-base", "An empty base is asked for with \"true\" only.", "Write true.")
                                .isPresent())
                .map(flag -> NO_BASE);
    }

    private static Optional<BaseImage> pinned(Item item) {
        return item.text().flatMap(text -> {
            try {
                ImageReference reference = ImageReference.parse(text);
                return reference.digest().isPresent()
                        ? Optional.of(new BaseImage.InRegistry(reference))
                        : item.wrong(
                                "not-pinned",
                                "The base image " + Quoted.of(text) + " is not pinned.",
                                "Add its digest: @sha256: and 64 hex digits. A tag can mean another image tomorrow.");
            } catch (IllegalArgumentException e) {
                return item.wrong(
                        "bad-image",
                        Quoted.of(text) + " is not an image reference.",
                        "Write host[:port]/path[:tag]@sha256:<64 hex digits>.");
            }
        });
    }

    private static Build build(Fields fields) {
        return new Build(
                fields.take("commands", item -> item.list(ImageTemplateCodec::command), List.of()),
                fields.take("limit", Scalars::positiveDuration, Defaults.BUILD_LIMIT),
                fields.take("outputs", item -> item.list(Folders::below), List.of()));
    }

    private static Optional<List<String>> command(Item item) {
        return item.texts()
                .filter(words -> !words.isEmpty()
                        || item.wrong(
                                        "no-command",
                                        "A command needs at least one word.",
                                        "Write the program and its arguments.")
                                .isPresent());
    }

    private static Optional<List<LayerRule>> layers(Item item) {
        return item.named((name, layer) -> layer.fields(fields -> new LayerRule(
                        name.value(),
                        fields.need("from", Folders::below, ""),
                        fields.need("into", Folders::inImage, ""))))
                .filter(layers -> !layers.isEmpty()
                        || item.wrong("no-layers", "The image has no layers.", "Add a layer with the service's files.")
                                .isPresent())
                .map(layers -> List.copyOf(layers.values()));
    }

    private static Optional<Map<String, String>> variables(Item item) {
        return item.entries(variable -> variable.text()
                .filter(text -> VARIABLE.matcher(variable.key()).matches()
                        || variable.wrongKey(
                                        "bad-variable",
                                        Quoted.of(variable.key()) + " is not the name of a variable.",
                                        "Write letters, digits and _, not beginning with a digit.")
                                .isPresent()));
    }

    private static Optional<String> urlPath(Item item) {
        return Scalars.text(
                item, URL_PATH, "bad-path", "not the path of a URL", "Write it with a leading slash: /health.");
    }

    private record Build(List<List<String>> commands, Duration limit, List<String> outputs) {}
}
