package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import java.util.List;
import java.util.regex.Pattern;

/** What the texts of a template may say once their placeholders are filled. Each rule reports what breaks it. */
final class TemplateRules {
    private static final String SOURCE_FOLDER = "the service's source folder";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?");
    private final Placeholders report;

    TemplateRules(Placeholders report) {
        this.report = report;
    }

    void check(Service service) {
        below("the catalog's folder", "source", service.source());
        service.modules().forEach(module -> below(SOURCE_FOLDER, "modules", module));
    }

    void check(ImageTemplate template) {
        if (template.layers().isEmpty()) {
            report.report("no-layer", "layers", "the template has no layer.", "Say what goes into the image.");
        }
        template.layers().forEach(this::layer);
        checkCommands(template.commands());
        template.outputs().forEach(output -> below(SOURCE_FOLDER, "build.outputs", output));
        template.variables().forEach(this::variable);
        template.labels().forEach(this::label);
        if (!template.user().isEmpty() && !USER.matcher(template.user()).matches()) {
            report.report("bad-user", "user", quoted(template.user()) + " is no user.", "Write a number or a name.");
        }
        if (!template.workingDirectory().isEmpty()) {
            absolute("workingDirectory", template.workingDirectory());
        }
        template.entrypoint().forEach(word -> noNul("entrypoint", word));
    }

    private void layer(LayerRule layer) {
        String path = "layers." + layer.name();
        below(SOURCE_FOLDER, path + ".from", layer.from());
        absolute(path + ".into", layer.into());
    }

    private void checkCommands(List<List<String>> commands) {
        for (int i = 0; i < commands.size(); i++) {
            List<String> words = commands.get(i);
            String path = "build.commands[" + i + "]";
            if (words.isEmpty() || words.get(0).isBlank() || words.get(0).startsWith("-")) {
                report.report("bad-command", path, path + " names no program.", "Begin with the program to run.");
            }
            words.forEach(word -> noNul(path, word));
        }
    }

    private void variable(String name, String value) {
        if (!VARIABLE.matcher(name).matches()) {
            report.report(
                    "bad-variable",
                    "variables",
                    quoted(name) + " is no name of a variable.",
                    "Use letters, digits and _.");
        }
        noNul("variables." + name, value);
    }

    private void label(String name, String value) {
        if (name.startsWith(ImageLabels.PREFIX)) {
            report.report(
                    "reserved-label",
                    "labels",
                    quoted(name) + " begins with " + ImageLabels.PREFIX + ", which the product fills itself.",
                    "Choose another name.");
        } else if (!LABEL.matcher(name).matches()) {
            report.report(
                    "bad-label",
                    "labels",
                    quoted(name) + " is no name of a label.",
                    "Use lower-case letters and digits, parted by single dots, hyphens or underscores.");
        }
        if (hasControl(value)) {
            report.report(
                    "bad-label", "labels", "the label " + quoted(name) + " has a control character.", "Remove it.");
        }
    }

    /** A path below a folder: relative, with forward slashes, never upwards. */
    private void below(String folder, String path, String text) {
        boolean bad = text.isBlank()
                || text.startsWith("/")
                || text.contains("\\")
                || hasControl(text)
                || List.of(text.split("/")).contains("..");
        if (bad) {
            report.report(
                    "bad-path",
                    path,
                    path + " is " + quoted(text) + ", which does not lie below " + folder + ".",
                    "Write a relative path without \"..\", with forward slashes.");
        }
    }

    private void absolute(String path, String text) {
        List<String> parts = List.of(text.split("/"));
        if (!text.startsWith("/") || hasControl(text) || parts.contains("..") || parts.contains(".")) {
            report.report(
                    "bad-path",
                    path,
                    path + " is " + quoted(text) + ", which is no absolute path.",
                    "Begin with / and leave \".\" and \"..\" out.");
        }
    }

    private void noNul(String path, String text) {
        if (text.indexOf('\0') >= 0) {
            report.report("bad-text", path, path + " has a NUL character.", "Remove it.");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
