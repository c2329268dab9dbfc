package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogCheck;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a catalog: all YAML files of a folder, or the same as texts by file name. Either everything is right, or an
 * {@link InvalidInputException} lists everything that is wrong, in the order of the places.
 */
public final class CatalogReader {
    private CatalogReader() {}

    /** The catalog in a folder. */
    public static Catalog read(Path folder) {
        return inspect(folder).catalog();
    }

    /** The catalog in these texts, by file name relative to the catalog's folder, with forward slashes. */
    public static Catalog read(Map<String, String> texts) {
        return inspect(texts).catalog();
    }

    /** The catalog in a folder, and what should be seen about it. */
    public static Inspected inspect(Path folder) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> texts = new CatalogFolder(folder).texts(problems);
        return check("Reading the catalog in " + folder, folder.toString(), texts, problems);
    }

    /**
     * The texts of the catalog in a folder, by file name relative to it, unread: for whoever reads them on another machine.
     *
     * @throws InvalidInputException where a file or the folder cannot be read
     */
    public static SortedMap<String, String> texts(Path folder) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> texts = new CatalogFolder(folder).texts(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException("Reading the catalog in " + folder, problems);
        }
        return texts;
    }

    /** The catalog in these texts, and what should be seen about it. */
    public static Inspected inspect(Map<String, String> texts) {
        return check("Reading the catalog", "the catalog", new TreeMap<>(texts), new ArrayList<>());
    }

    private static Inspected check(
            String tried, String origin, SortedMap<String, String> texts, List<Problem> problems) {
        DocumentsReader documents = new DocumentsReader(problems);
        texts.forEach(documents::read);
        if (documents.areNone() && problems.isEmpty()) {
            problems.add(new Problem(
                    "empty-catalog",
                    "There is no catalog here: no YAML file holds a document of one.",
                    Place.outside(origin),
                    "",
                    "Name the folder that holds the catalog, or write one: see docs/user/catalog.md."));
        }
        CatalogCheck.Outcome outcome = CatalogCheck.check(documents.draft());
        problems.addAll(outcome.problems());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(tried, problems);
        }
        return new Inspected(outcome.catalog(), outcome.findings());
    }

    /** A valid catalog and what should be seen about it. */
    public record Inspected(Catalog catalog, List<Finding> findings) {
        public Inspected {
            findings = List.copyOf(findings);
        }
    }
}
