package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that a reference may mean.
 *
 * @param code of the problem of a reference that means none of them
 * @param what they name, in words that can follow "there is no"
 * @param complete whether all of them could be read; if not, only a slip of the pen is reported
 */
record Known(String code, String what, Set<String> names, boolean complete) {
    static Known lines(CatalogDraft draft) {
        return new Known(
                "unknown-line",
                "product line",
                texts(draft.lines().stream().map(line -> line.value().name()).toList()),
                draft.complete());
    }

    static Known templates(CatalogDraft draft) {
        return new Known(
                "unknown-template",
                "image template",
                texts(draft.templates().stream().map(t -> t.value().name()).toList()),
                draft.complete());
    }

    /** An environment that says a line which does not exist may be one of this line. */
    static Known environments(CatalogDraft draft, Name line) {
        List<Name> names = draft.environmentsOf(line).stream()
                .map(environment -> environment.value().name())
                .toList();
        boolean complete = draft.environments().stream()
                .allMatch(environment -> draft.line(environment.value().line()).isPresent());
        return new Known("unknown-environment", "environment", texts(names), draft.complete() && complete);
    }

    static Known services(Sited<ProductLine> line) {
        boolean complete = line.places().isRead(DocumentPath.of("services"));
        return new Known(
                "unknown-service", "service", texts(line.value().services().keySet()), complete);
    }

    /** Reports a reference that means nothing; says whether it means something. */
    boolean require(Name written, Sited<?> document, DocumentPath path, String who, Report report) {
        if (names.contains(written.value())) {
            return true;
        }
        if (complete || Suggestion.nearest(written.value(), names).isPresent()) {
            report.problem(
                    code,
                    document,
                    path,
                    who + " the " + what + " \"" + written + "\", but there is none of this name.",
                    names.isEmpty()
                            ? "Add it, or remove the reference."
                            : Suggestion.didYouMean(written.value(), names));
        }
        return false;
    }

    private static Set<String> texts(Collection<Name> names) {
        return names.stream().map(Name::value).collect(Collectors.toUnmodifiableSet());
    }
}
