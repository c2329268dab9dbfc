package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names with a fixed value in all sources of a tree, so that a value can be followed from class to class. */
final class Constants {
    private final Map<JavaSource, Declarations> bySource = new LinkedHashMap<>();
    private final Map<String, List<Declaration>> byName = new HashMap<>();

    void add(JavaSource source) {
        Declarations declarations = new Declarations(source);
        bySource.put(source, declarations);
        declarations.followed().forEach(declaration -> byName.computeIfAbsent(
                        declaration.name(), name -> new ArrayList<>())
                .add(declaration));
    }

    Declarations of(JavaSource source) {
        return bySource.get(source);
    }

    /** Every name whose value is followed. */
    List<Declaration> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /**
     * The declaration that a chain such as {@code PAYMENTS}, {@code Hosts.PAYMENTS} or {@code this.url} means: of the
     * same source, or of the class that is named, or the only one of that name in the tree.
     */
    Optional<Declaration> find(JavaSource source, String qualifier, String name) {
        if (qualifier.isEmpty() || qualifier.equals("this")) {
            Optional<Declaration> own = bySource.get(source).only(name);
            if (own.isPresent() || bySource.get(source).isDeclared(name)) {
                return own;
            }
        }
        List<Declaration> candidates = byName.getOrDefault(name, List.of());
        Optional<Declaration> named = candidates.stream()
                .filter(declaration -> declaration.type().equals(qualifier))
                .findFirst();
        return named.isPresent() || candidates.size() != 1 || !isShared(qualifier, name)
                ? named
                : Optional.of(candidates.get(0));
    }

    /** A plain lower-case word of another source is a variable there, not the one here. */
    private static boolean isShared(String qualifier, String name) {
        return !qualifier.isEmpty() || name.chars().noneMatch(Character::isLowerCase);
    }
}
