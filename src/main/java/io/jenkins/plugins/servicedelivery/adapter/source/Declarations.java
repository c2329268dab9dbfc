package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names that one source declares with a value. A name with more than one value in the source is not followed. */
final class Declarations {
    private static final Set<String> NO_TYPES =
            Set.of("return", "new", "throw", "else", "case", "package", "import", "assert", "yield");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
    private static final int LONGEST_TYPE = 30;
    private static final int LONGEST_HEADER = 300;
    private static final int MOST_LEVELS = 32;
    private final Map<String, List<Declaration>> byName = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    Declarations(JavaSource source) {
        for (int i = 0; i < source.size(); i++) {
            if (source.at(i).kind() == JavaToken.Kind.WORD) {
                words.merge(source.at(i).text(), 1, Integer::sum);
                note(source, i);
            }
        }
    }

    /** The one declaration of a name whose value never changes in this source. */
    Optional<Declaration> only(String name) {
        List<Declaration> found = byName.getOrDefault(name, List.of());
        return found.size() == 1 && !ambiguous.contains(name) ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether this source declares the name with a value, followed or not. */
    boolean isDeclared(String name) {
        return byName.containsKey(name) || ambiguous.contains(name);
    }

    /** All names that {@link #only} follows. */
    List<Declaration> followed() {
        return byName.keySet().stream()
                .map(this::only)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether nothing reads the name: it stands nowhere but where it is declared, and no other source can see it. */
    boolean isDead(String name) {
        List<Declaration> found = byName.getOrDefault(name, List.of());
        return !found.isEmpty()
                && words.get(name) == found.size()
                && found.stream().allMatch(Declaration::isHidden);
    }

    private void note(JavaSource source, int i) {
        String name = source.at(i).text();
        boolean followsType = followsType(source, i);
        if (isParameter(source, i, followsType)) {
            ambiguous.add(name);
        } else if (!source.isAlone(i + 1, '=') || isInAnnotation(source, i)) {
            return;
        } else if (followsType) {
            byName.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new Declaration(source, typeAround(source, i), name, isHidden(source, i), i, i + 2));
        } else {
            ambiguous.add(name);
        }
    }

    private static boolean followsType(JavaSource source, int i) {
        JavaToken before = source.at(i - 1);
        return (before.kind() == JavaToken.Kind.WORD && !NO_TYPES.contains(before.text()))
                || (before.isSymbol('>') && !source.at(i - 2).isSymbol('-'))
                || before.isSymbol(']');
    }

    /** A parameter, or a variable that gets its value later: the same name then means something else, or not always that. */
    private static boolean isParameter(JavaSource source, int i, boolean followsType) {
        JavaToken after = source.at(i + 1);
        boolean ends = after.isSymbol(',') || after.isSymbol(')') || after.isSymbol(';') || after.isSymbol(':');
        int close = source.partner(source.around(i));
        boolean inLambda = (after.isSymbol(',') || after.isSymbol(')')) && isArrow(source, close + 1);
        return (followsType && ends) || inLambda || isArrow(source, i + 1);
    }

    private static boolean isArrow(JavaSource source, int at) {
        return at > 0 && source.at(at).isSymbol('-') && source.at(at + 1).isSymbol('>');
    }

    private static boolean isInAnnotation(JavaSource source, int i) {
        int open = source.around(i);
        return open >= 0
                && source.at(open).isSymbol('(')
                && Callee.before(source, open).filter(Callee::isAnnotation).isPresent();
    }

    /** Local variables and private fields. */
    private static boolean isHidden(JavaSource source, int i) {
        int body = source.around(i);
        boolean isLocal = body < 0 || typeBefore(source, body).isEmpty();
        return isLocal || modifiers(source, i).anyMatch(token -> token.isWord("private"));
    }

    private static Stream<JavaToken> modifiers(JavaSource source, int name) {
        return IntStream.iterate(name - 1, i -> i >= 0 && i > name - LONGEST_TYPE, i -> i - 1)
                .mapToObj(source::at)
                .takeWhile(token -> !token.isSymbol(';') && !token.isSymbol('{') && !token.isSymbol('}'));
    }

    /** The nearest class whose body holds the token. */
    private static String typeAround(JavaSource source, int index) {
        int open = source.around(index);
        for (int level = 0; level < MOST_LEVELS && open >= 0; level++, open = source.around(open)) {
            if (source.at(open).isSymbol('{')) {
                Optional<String> name = typeBefore(source, open);
                if (name.isPresent()) {
                    return name.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> typeBefore(JavaSource source, int body) {
        for (int i = body - 1; i > body - LONGEST_HEADER && source.around(i) == source.around(body); i--) {
            JavaToken token = source.at(i);
            if (token.isSymbol(';') || token.isSymbol('}') || token.isSymbol('{')) {
                return Optional.empty();
            }
            if (token.kind() == JavaToken.Kind.WORD
                    && TYPES.contains(token.text())
                    && source.at(i + 1).kind() == JavaToken.Kind.WORD) {
                return Optional.of(source.at(i + 1).text());
            }
        }
        return Optional.empty();
    }
}
