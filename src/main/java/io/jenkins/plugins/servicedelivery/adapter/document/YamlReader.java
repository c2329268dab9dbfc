package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML text into {@link Node}s. Nothing in the text can make an object other than these: type tags are refused,
 * and every limit of {@link YamlLimits} ends in one {@link Problem}.
 */
public final class YamlReader {
    /** The library's own limit, which knows no place; ours is far below and names one. */
    private static final int DEPTH_OF_THE_LIBRARY = 200;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final YamlLimits limits;

    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /** The documents of a file, in their order, and everything that is wrong with it. Empty documents do not count. */
    public Result read(String file, String text) {
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        Optional<Problem> refused = tooLong(file, content).or(() -> unprintable(file, content));
        if (refused.isPresent()) {
            return new Result(List.of(), List.of(refused.get()));
        }
        List<Problem> problems = new ArrayList<>();
        List<Node> documents = new ArrayList<>();
        try {
            compose(file, content, documents, problems);
        } catch (MarkedYAMLException e) {
            problems.add(syntaxError(place(file, e.getProblemMark()), e.getProblem()));
        } catch (YAMLException e) {
            problems.add(syntaxError(new Place(file, 0, 0), e.getMessage()));
        }
        return new Result(documents, problems);
    }

    private void compose(String file, String text, List<Node> documents, List<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.codePoints());
        options.setNestingDepthLimit(DEPTH_OF_THE_LIBRARY);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        // Nothing is ever constructed here, and the tree refuses tags together with everything else that is wrong.
        options.setTagInspector(tag -> true);
        Composer composer =
                new Composer(new ParserImpl(new StreamReader(text), options), new EverythingIsText(), options);
        while (composer.checkNode()) {
            Node document = new YamlTree(file, limits, problems).convert(composer.getNode());
            if (!(document instanceof Node.Scalar scalar && scalar.isNothing())) {
                documents.add(document);
            }
        }
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Optional<Problem> tooLong(String file, String text) {
        if (text.codePointCount(0, text.length()) <= limits.codePoints()) {
            return Optional.empty();
        }
        return Optional.of(tooLarge(file, limits.codePoints()));
    }

    static Problem tooLarge(String file, int limit) {
        return new Problem(
                "file-too-large",
                "The file has more than " + limit + " characters.",
                new Place(file, 0, 0),
                "",
                "Divide it into several files.");
    }

    /** Line and column are counted here because the library gives only an offset for this one kind of mistake. */
    private static Optional<Problem> unprintable(String file, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (!StreamReader.isPrintable(codePoint)) {
                return Optional.of(new Problem(
                        "not-text",
                        String.format("The file holds the character U+%04X, which YAML does not allow.", codePoint),
                        new Place(file, line, column),
                        "",
                        "Write the file as text in UTF-8."));
            }
            column = codePoint == '\n' ? 1 : column + 1;
            line += codePoint == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private static Problem syntaxError(Place place, String message) {
        String reason = Quoted.printable(message.strip().replaceAll("\\s+", " "));
        return new Problem(
                "syntax",
                "This is not YAML: " + reason + (reason.endsWith(".") ? "" : "."),
                place,
                "",
                "Correct it; what follows in this file is not read.");
    }

    /** What a file holds: its documents, and its problems. */
    public record Result(List<Node> documents, List<Problem> problems) {
        public Result {
            documents = List.copyOf(documents);
            problems = List.copyOf(problems);
        }
    }

    /** Leaves {@code no}, {@code 1.20}, {@code 0x10}, {@code ~} and {@code <<} what they are: text. */
    private static final class EverythingIsText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }
}
