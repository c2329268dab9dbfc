package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;

/**
 * Something in a source tree that was not read, so that a report never passes for complete when it is not.
 *
 * @param detail what exactly, in words that can follow the place: {@code 3 files of Kotlin}
 */
public record Gap(Kind kind, String detail, Place place) {
    /** Why it was not read. */
    public enum Kind {
        /** The folder is not there. */
        MISSING(
                "source-missing",
                Severity.ERROR,
                "Correct the service's \"source\" in the catalog or check the folder out."),
        /** A limit ended the reading. */
        LIMIT(
                "source-limit",
                Severity.WARNING,
                "Leave what is not source out of the folder, or name the service's modules in the catalog."),
        /** It could not be opened or decoded, or its syntax could not be followed. */
        UNREADABLE("source-unreadable", Severity.WARNING, "Correct the file, or check the calls it makes by hand."),
        /** No rule reads this language, technology or kind of file. */
        NOT_SUPPORTED("source-not-read", Severity.INFORMATION, "Declare the calls that are made there by hand."),
        /** An address is put together from parts that are known only at run time. */
        DYNAMIC("dynamic-address", Severity.INFORMATION, "Read the address from one configuration key.");

        private final String rule;
        private final Severity severity;
        private final String remedy;

        Kind(String rule, Severity severity, String remedy) {
            this.rule = rule;
            this.severity = severity;
            this.remedy = remedy;
        }

        /** The rule that findings of this kind carry. */
        public String rule() {
            return rule;
        }

        Severity severity() {
            return severity;
        }

        String remedy() {
            return remedy;
        }
    }
}
