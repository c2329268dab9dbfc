package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Confidence;
import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.scan.Mention;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Goes through one Java source and notes every text that gives a call away. */
final class JavaMentions {
    private static final String URL = "java-url";
    private static final int LONGEST_STATEMENT = 200;
    private final JavaSource source;
    private final Constants constants;
    private final Expressions expressions;
    private final Vocabulary vocabulary;
    private final Notes notes;
    private final Set<Integer> begun = new HashSet<>();
    private int coveredFrom = -1;
    private int coveredTo = -1;

    JavaMentions(JavaSource source, Constants constants, Expressions expressions, Vocabulary vocabulary, Notes notes) {
        this.source = source;
        this.constants = constants;
        this.expressions = expressions;
        this.vocabulary = vocabulary;
        this.notes = notes;
    }

    void find() {
        for (int i = 0; i < source.size(); i++) {
            JavaToken token = source.at(i);
            if (token.isWord("import")) {
                i = imported(i);
            } else if (token.kind() == JavaToken.Kind.TEXT || isUseOfConstant(i)) {
                text(i);
            }
        }
    }

    /** Notes what an import brings and returns where it ends. */
    private int imported(int start) {
        StringBuilder name = new StringBuilder();
        int end = start + 1;
        while (end < source.size() && !source.at(end).isSymbol(';')) {
            name.append(source.at(end).isWord("static") ? "" : source.at(end).text());
            end++;
        }
        Technologies.ofImport(name.toString()).ifPresent(what -> notes.notRead(what, source.place(start)));
        return end;
    }

    private boolean isUseOfConstant(int i) {
        return source.at(i).kind() == JavaToken.Kind.WORD
                && constants.knows(source.at(i).text())
                && !source.at(i + 1).isSymbol('(')
                && !source.isAlone(i + 1, '=');
    }

    private void text(int i) {
        if (i < coveredTo && source.around(i) == source.around(coveredFrom)) {
            return;
        }
        boolean literal = source.at(i).kind() == JavaToken.Kind.TEXT;
        int start = expressions.startOf(source, literal ? i : Callee.startOfChain(source, i));
        if (!begun.add(start)) {
            return;
        }
        Expression expression = expressions.evaluate(source, start);
        coveredFrom = start;
        coveredTo = expression.endAt();
        if (isFollowedElsewhere(start) || Usage.isCompared(source, start, i) || isDead(start)) {
            return;
        }
        Usage usage = Usage.of(source, start);
        if (!usage.isHarmless()) {
            judge(expression.text(), start, usage);
        }
    }

    private void judge(String text, int start, Usage usage) {
        Optional<String> address = AddressPattern.find(text).map(Object::toString);
        address.ifPresent(found -> mention(
                Mention.Kind.ADDRESS,
                found,
                URL,
                usage.isHandedToClient() ? Confidence.CERTAIN : Confidence.LIKELY,
                start));
        if (text.contains("${")) {
            placeholders(text, start, usage);
        } else if (address.isEmpty() && isDynamic(text, usage)) {
            notes.gap(new Gap(
                    Gap.Kind.DYNAMIC,
                    "an address or the name of its variable is put together at run time",
                    source.place(start)));
        }
        if (vocabulary.names().contains(text)) {
            name(text, start, usage);
        }
        key(text, start, usage);
    }

    private void placeholders(String text, int start, Usage usage) {
        for (Placeholders.Placeholder placeholder : Placeholders.in(text)) {
            key(placeholder.key(), start, usage);
            AddressPattern.find(placeholder.otherwise())
                    .ifPresent(found -> mention(Mention.Kind.ADDRESS, found.toString(), URL, Confidence.LIKELY, start));
            if (vocabulary.names().contains(placeholder.otherwise())) {
                name(placeholder.otherwise(), start, usage);
            }
        }
    }

    private void name(String text, int start, Usage usage) {
        boolean isClientName = HttpAnnotations.takesServiceName(usage) && !hasAddressBeside(start);
        if (isClientName) {
            mention(Mention.Kind.NAME, text, "java-client-name", Confidence.CERTAIN, start);
        } else if (HostParameters.take(usage)) {
            mention(Mention.Kind.NAME, text, "java-host", Confidence.CERTAIN, start);
        }
    }

    private void key(String text, int start, Usage usage) {
        boolean asked = KeyParameters.take(usage);
        boolean known = vocabulary.keys().contains(text);
        boolean unknownAddress =
                asked && Vocabulary.soundsLikeAddress(text) && text.indexOf(Expression.HOLE) < 0 && !known;
        if (known || unknownAddress) {
            String rule = text.indexOf('.') < 0 ? "java-variable" : "java-key";
            mention(Mention.Kind.KEY, text, rule, asked ? Confidence.CERTAIN : Confidence.LIKELY, start);
        }
    }

    private static boolean isDynamic(String text, Usage usage) {
        return (AddressPattern.isDynamic(text) && usage.isHandedToClient())
                || (Expression.isKnown(text)
                        && text.indexOf(Expression.HOLE) >= 0
                        && KeyParameters.readVariable(usage));
    }

    /** The value of a name that is followed counts where the name is used, not where it is declared. */
    private boolean isFollowedElsewhere(int start) {
        return source.isAlone(start - 1, '=')
                && constants
                        .of(source)
                        .only(source.at(start - 2).text())
                        .filter(declaration -> declaration.valueAt() == start)
                        .filter(declaration -> Expression.isKnown(expressions.valueOf(declaration)))
                        .isPresent();
    }

    /** Whether the text is the value of a name that nothing reads. */
    private boolean isDead(int start) {
        int i = start;
        for (int step = 0; step < LONGEST_STATEMENT; step++) {
            int open = source.around(i);
            i = open >= 0 && source.at(open).isSymbol('(') ? open : i - 1;
            if (source.isAlone(i, '=')) {
                return constants.of(source).isDead(source.at(i - 1).text());
            }
            if (source.at(i).isSymbol(';')
                    || source.at(i).isSymbol('{')
                    || source.at(i).isSymbol('}')) {
                return false;
            }
        }
        return false;
    }

    /** A Feign client that is given an address calls that, and its name is only a name. */
    private boolean hasAddressBeside(int start) {
        int open = source.around(start);
        for (int i = open + 1; i < source.partner(open); i++) {
            if (source.at(i).isWord("url") && source.isAlone(i + 1, '=')) {
                return !source.at(i + 2).text().isEmpty();
            }
        }
        return false;
    }

    private void mention(Mention.Kind kind, String text, String rule, Confidence confidence, int at) {
        notes.mention(new Mention(kind, text, rule, confidence, source.place(at)));
    }
}
