package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogDraft;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.List;
import java.util.Optional;

/** Reads the documents of catalog files, one file after the other, and notes every problem. */
final class DocumentsReader {
    /** The version of the catalog's format that this product reads. */
    static final String API_VERSION = "service-delivery/v1";

    private final YamlReader yaml = new YamlReader(YamlLimits.CATALOG);
    private final Drafts drafts = Drafts.empty();
    private final List<Problem> problems;
    private boolean complete;
    private boolean none = true;

    /** @param problems what is known to be wrong already; what else is found is added */
    DocumentsReader(List<Problem> problems) {
        this.problems = problems;
        complete = problems.isEmpty();
    }

    void read(String file, String text) {
        if (!CatalogTexts.isPart(file, text)) {
            return;
        }
        YamlReader.Result result = yaml.read(file, text);
        problems.addAll(result.problems());
        complete = complete && result.problems().isEmpty();
        result.documents().forEach(this::read);
    }

    boolean areNone() {
        return none;
    }

    CatalogDraft draft() {
        return drafts.toDraft(complete);
    }

    private void read(Node document) {
        none = false;
        DocumentReading reading = new DocumentReading(document.place());
        boolean read = Item.document(document, reading)
                .fields(fields -> read(fields, reading))
                .orElse(false);
        complete &= read;
        problems.addAll(reading.problems());
    }

    /** Whether it is known what the document is: its version, its kind and its name. */
    private boolean read(Fields fields, DocumentReading reading) {
        Optional<String> version =
                fields.need("apiVersion", item -> version(item).map(Optional::of), Optional.empty());
        Optional<Kind<?>> kind = fields.need("kind", item -> kind(item).map(Optional::of), Optional.empty());
        Optional<Name> name = fields.need("name", item -> Scalars.name(item).map(Optional::of), Optional.empty());
        if (version.isEmpty() || kind.isEmpty()) {
            fields.ignoreOthers();
            return false;
        }
        kind.get()
                .read(name.orElse(Fields.UNREAD), fields, reading::places, name.isPresent() ? drafts : Drafts.empty());
        return name.isPresent();
    }

    private static Optional<String> version(Item item) {
        return item.text()
                .filter(text -> text.equals(API_VERSION)
                        || item.wrong(
                                        "unknown-version",
                                        Quoted.of(text) + " is no version of the catalog's format that is known here.",
                                        "Write " + API_VERSION + ".")
                                .isPresent());
    }

    private static Optional<Kind<?>> kind(Item item) {
        return item.text().flatMap(text -> Kind.of(text)
                .or(() -> item.wrong(
                        "unknown-kind",
                        Quoted.of(text) + " is no kind of document that a catalog has.",
                        Suggestion.didYouMean(text, Kind.names()))));
    }
}
