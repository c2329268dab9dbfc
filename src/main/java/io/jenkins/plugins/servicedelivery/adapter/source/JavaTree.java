package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Java sources of a tree: those that hold a word that matters, and then those that use a constant of one that
 * was read, until no more join.
 */
final class JavaTree {
    private static final int MOST_ROUNDS = 6;
    private final Contents contents;
    private final Vocabulary vocabulary;
    private final ReadingLimits limits;
    private final Notes notes;
    private final Constants constants = new Constants();
    private final List<JavaSource> sources = new ArrayList<>();

    JavaTree(Contents contents, Vocabulary vocabulary, ReadingLimits limits, Notes notes) {
        this.contents = contents;
        this.vocabulary = vocabulary;
        this.limits = limits;
        this.notes = notes;
    }

    void read(List<SourceFile> files, LiteralFilter markers) {
        List<SourceFile> rest = new ArrayList<>(files);
        take(rest, markers);
        for (int round = 0; round < MOST_ROUNDS && !rest.isEmpty(); round++) {
            List<String> names = namesThatMatter();
            if (names.isEmpty() || !take(rest, new LiteralFilter(names))) {
                break;
            }
        }
        Expressions expressions = new Expressions(constants);
        sources.forEach(source -> new JavaMentions(source, constants, expressions, vocabulary, notes).find());
    }

    /** Moves the files in which the filter finds something from the rest to the sources. */
    private boolean take(List<SourceFile> rest, LiteralFilter filter) {
        boolean any = false;
        for (Iterator<SourceFile> files = rest.iterator(); files.hasNext(); ) {
            SourceFile file = files.next();
            Optional<byte[]> bytes = contents.bytes(file);
            if (bytes.isEmpty()) {
                files.remove();
            } else if (filter.matches(bytes.get(), bytes.get().length)) {
                files.remove();
                add(file, contents.text(file, bytes.get()));
                any = true;
            }
        }
        return any;
    }

    private void add(SourceFile file, String written) {
        JavaText text = JavaText.of(file.name(), written);
        JavaLexer.Result lexed = JavaLexer.read(text, limits.tokens());
        if (!lexed.complete()) {
            notes.gap(new Gap(
                    Gap.Kind.UNREADABLE,
                    "a text or comment does not end, or there are more than " + limits.tokens() + " symbols",
                    file.whole()));
        }
        JavaSource source = new JavaSource(text, lexed.tokens());
        sources.add(source);
        constants.add(source);
    }

    private List<String> namesThatMatter() {
        Expressions expressions = new Expressions(constants);
        return constants.all().stream()
                .filter(declaration -> !declaration.isHidden())
                .filter(declaration -> matters(expressions.valueOf(declaration)))
                .map(Declaration::name)
                .distinct()
                .toList();
    }

    private boolean matters(String value) {
        return value.contains("://")
                || value.contains("${")
                || vocabulary.names().contains(value)
                || vocabulary.keys().contains(value);
    }
}
