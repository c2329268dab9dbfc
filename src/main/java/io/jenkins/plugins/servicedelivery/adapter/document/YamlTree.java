package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns one document of the YAML library into a {@link Node}, with aliases filled in, and notes what is refused. */
final class YamlTree {
    private static final Set<Tag> TEXT_LIST_AND_MAPPING = Set.of(Tag.STR, Tag.SEQ, Tag.MAP);

    private final String file;
    private final YamlLimits limits;
    private final List<Problem> problems;
    private final Set<org.yaml.snakeyaml.nodes.Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<org.yaml.snakeyaml.nodes.Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;
    private int aliases;

    YamlTree(String file, YamlLimits limits, List<Problem> problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    /** The document; refused as a whole where it goes beyond a limit. */
    Node convert(org.yaml.snakeyaml.nodes.Node document) {
        try {
            return node(document);
        } catch (BeyondLimit e) {
            return refuse(e.node, e.code, e.getMessage(), "Write the document in a simpler way.");
        }
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node) {
        if (!TEXT_LIST_AND_MAPPING.contains(node.getTag())) {
            String tag = node.getTag().getValue();
            return refuse(node, "type-tag", "The type tag " + Quoted.of(tag) + " is not allowed.", "Remove the tag.");
        }
        limit(++nodes <= limits.nodes(), "too-many-parts", node, "has more than " + limits.nodes() + " parts");
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        return collection((CollectionNode<?>) node);
    }

    private Node.Scalar scalar(ScalarNode node) {
        return new Node.Scalar(place(node), node.getValue(), node.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Node collection(CollectionNode<?> node) {
        limit(!open.contains(node), "alias-cycle", node, "contains itself");
        limit(open.size() < limits.depth(), "too-deep", node, "is nested deeper than " + limits.depth() + " levels");
        aliases += seen.add(node) ? 0 : 1;
        limit(aliases <= limits.aliases(), "too-many-aliases", node, "uses more than " + limits.aliases() + " aliases");
        open.add(node);
        Node converted = node instanceof SequenceNode sequence ? sequence(sequence) : mapping((MappingNode) node);
        open.remove(node);
        return converted;
    }

    private Node sequence(SequenceNode node) {
        return new Node.Sequence(
                place(node), node.getValue().stream().map(this::node).toList());
    }

    private Node mapping(MappingNode node) {
        Map<String, Place> keys = new HashMap<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (isKey(tuple.getKeyNode(), keys)) {
                Node.Scalar key = scalar((ScalarNode) tuple.getKeyNode());
                keys.put(key.text(), key.place());
                entries.add(new Node.Entry(key, node(tuple.getValueNode())));
            }
        }
        return new Node.Mapping(place(node), entries);
    }

    private boolean isKey(org.yaml.snakeyaml.nodes.Node node, Map<String, Place> earlier) {
        if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.STR)) {
            refuse(node, "bad-key", "A key must be plain text.", "Write a word, without a type tag.");
            return false;
        }
        String key = scalar.getValue();
        if (key.length() > limits.keyLength()) {
            String most = " has more than " + limits.keyLength() + " characters.";
            refuse(node, "bad-key", "The key " + Quoted.of(key) + most, "Write a shorter one.");
            return false;
        }
        if (key.equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            refuse(
                    node,
                    "merge-key",
                    "Merge keys are not read.",
                    "Write the keys out, or use an alias for a whole value.");
            return false;
        }
        if (earlier.containsKey(key)) {
            String first = " is already written at " + earlier.get(key) + ".";
            refuse(node, "duplicate-key", "The key " + Quoted.of(key) + first, "Remove one of the two.");
            return false;
        }
        return true;
    }

    private Node refuse(org.yaml.snakeyaml.nodes.Node node, String code, String message, String remedy) {
        problems.add(new Problem(code, message, place(node), "", remedy));
        return new Node.Refused(place(node));
    }

    private void limit(boolean kept, String code, org.yaml.snakeyaml.nodes.Node node, String what) {
        if (!kept) {
            throw new BeyondLimit(code, "The document " + what + ".", node);
        }
    }

    private Place place(org.yaml.snakeyaml.nodes.Node node) {
        return YamlReader.place(file, node.getStartMark());
    }

    /** Ends the conversion of a document. */
    private static final class BeyondLimit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final transient org.yaml.snakeyaml.nodes.Node node;

        BeyondLimit(String code, String message, org.yaml.snakeyaml.nodes.Node node) {
            super(message);
            this.code = code;
            this.node = node;
        }
    }
}
