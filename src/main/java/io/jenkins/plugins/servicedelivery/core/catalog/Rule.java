package io.jenkins.plugins.servicedelivery.core.catalog;

/** Something that must hold in a catalog and that one document alone cannot show. */
@FunctionalInterface
interface Rule {
    /** Reports every violation. */
    void check(CatalogDraft draft, Report report);
}
