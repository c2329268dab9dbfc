package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.adapter.document.Node;
import io.jenkins.plugins.servicedelivery.adapter.document.YamlLimits;
import io.jenkins.plugins.servicedelivery.adapter.document.YamlReader;
import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the YAML files of Spring as settings with dotted keys. */
final class YamlSettings {
    private static final Pattern NAMES = Pattern.compile("(application|bootstrap)(-[^/]*)?\\.ya?ml");
    private static final YamlLimits LIMITS = new YamlLimits(2 << 20, 60, 100_000, 50, 1_000);

    private YamlSettings() {}

    /** Spring reads these names at few places only; elsewhere they are data, as in the folder of a config server. */
    static boolean isRead(Path folder, SourceFile file) {
        Path parent = file.path().getParent();
        return NAMES.matcher(file.lastName()).matches()
                && (parent.equals(folder) || parent.endsWith("resources") || parent.endsWith("config"));
    }

    static List<Setting> read(SourceFile file, String text, Notes notes) {
        YamlReader.Result result = new YamlReader(LIMITS).read(file.name(), text);
        for (Problem problem : result.problems()) {
            notes.gap(new Gap(Gap.Kind.UNREADABLE, "YAML that is not read: " + problem.code(), problem.place()));
        }
        List<Setting> settings = new ArrayList<>();
        result.documents().forEach(document -> collect("", document, settings));
        return settings;
    }

    private static void collect(String key, Node node, List<Setting> settings) {
        if (node instanceof Node.Scalar scalar) {
            settings.add(new Setting(key, scalar.text(), scalar.place()));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> collect(key, item, settings));
        } else if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                String name = entry.key().text();
                collect(key.isEmpty() ? name : key + "." + name, entry.value(), settings);
            }
        }
    }
}
