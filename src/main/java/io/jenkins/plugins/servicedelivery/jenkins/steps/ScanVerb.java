package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serial;
import java.io.Serializable;

/** The verb {@code scanDependencies}. */
final class ScanVerb implements Verb {
    @Serial
    private static final long serialVersionUID = 1L;

    @CheckForNull
    private final String line;

    private final String folder;
    private final boolean failOnErrors;

    /** @param folder of the catalog in the workspace; empty for the workspace itself */
    ScanVerb(@CheckForNull String line, String folder, boolean failOnErrors) {
        this.line = line;
        this.folder = folder;
        this.failOnErrors = failOnErrors;
    }

    @Override
    public Course course(StepSite site, @CheckForNull Serializable known) {
        return new ScanCourse(site, this);
    }

    @CheckForNull
    String line() {
        return line;
    }

    String folder() {
        return folder;
    }

    boolean failOnErrors() {
        return failOnErrors;
    }
}
