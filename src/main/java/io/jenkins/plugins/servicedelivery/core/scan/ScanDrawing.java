package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Map;

/** Draws a report as text that Graphviz and Mermaid turn into a picture. Whatever people wrote is escaped. */
public final class ScanDrawing {
    private static final Map<Standing, String> DOT_STYLES = Map.of(
            Standing.CONFIRMED, "color=\"black\"",
            Standing.UNDECLARED, "color=\"red\", style=\"bold\", label=\"undeclared\"",
            Standing.UNUSED, "color=\"gray50\", style=\"dashed\", label=\"unused\"",
            Standing.ACCEPTED, "color=\"gray50\", label=\"accepted\"");
    private static final Map<Standing, String> MERMAID_ARROWS = Map.of(
            Standing.CONFIRMED, "-->",
            Standing.UNDECLARED, "==>|undeclared|",
            Standing.UNUSED, "-.->|unused|",
            Standing.ACCEPTED, "-->|accepted|");

    private ScanDrawing() {}

    /** The report in the DOT language of Graphviz, the evidence as tooltips. */
    public static String asDot(ScanReport report) {
        StringBuilder dot = new StringBuilder(
                        "digraph " + dotText(report.line().name().value()) + " {\n")
                .append("  rankdir=\"LR\";\n  node [shape=\"box\"];\n");
        for (Service service : report.line().services().values()) {
            dot.append("  " + dotText(service.name().value()) + " [label=" + dotText(service.title()) + "];\n");
        }
        for (Dependency dependency : report.dependencies()) {
            dot.append("  " + dotText(dependency.caller().value()) + " -> "
                    + dotText(dependency.called().value()) + " [" + DOT_STYLES.get(dependency.standing())
                    + ", tooltip=" + dotText(evidence(dependency)) + "];\n");
        }
        return dot.append("}\n").toString();
    }

    /** The report as a flow chart of Mermaid. */
    public static String asMermaid(ScanReport report) {
        StringBuilder mermaid = new StringBuilder("flowchart LR\n");
        for (Service service : report.line().services().values()) {
            mermaid.append("  " + node(service.name()) + "[\"" + mermaidText(service.title()) + "\"]\n");
        }
        for (Dependency dependency : report.dependencies()) {
            mermaid.append("  " + node(dependency.caller()) + " " + MERMAID_ARROWS.get(dependency.standing()) + " "
                    + node(dependency.called()) + "\n");
        }
        return mermaid.toString();
    }

    private static String evidence(Dependency dependency) {
        return dependency.sightings().stream()
                .map(sighting -> sighting.place() + " " + sighting.rule())
                .findFirst()
                .orElse("declared only");
    }

    /** Graphviz knows two escapes in quoted text that matter; everything that is no plain character becomes a space. */
    private static String dotText(String text) {
        return "\"" + plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Mermaid hands labels to HTML and reads words such as {@code end} as its own: numbered entities are safe in both. */
    private static String mermaidText(String text) {
        StringBuilder escaped = new StringBuilder();
        plain(text).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '.' || c == ',') {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }

    /** The prefix keeps names such as {@code end} and {@code graph} from being words of the language. */
    private static String node(Name name) {
        return "s_" + name.value().replace('-', '_');
    }

    private static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
