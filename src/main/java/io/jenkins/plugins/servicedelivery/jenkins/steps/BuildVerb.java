package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The verb {@code buildServiceImage}. */
final class BuildVerb implements Verb {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> services;

    @CheckForNull
    private final String line;

    private final String folder;
    private final int parallel;

    /** @param folder of the catalog in the workspace; empty for the workspace itself */
    BuildVerb(List<String> services, @CheckForNull String line, String folder, int parallel) {
        this.services = new ArrayList<>(services);
        this.line = line;
        this.folder = folder;
        this.parallel = parallel;
    }

    @Override
    public Course course(StepSite site, @CheckForNull Serializable known) {
        return new BuildCourse(site, this);
    }

    List<String> services() {
        return services;
    }

    @CheckForNull
    String line() {
        return line;
    }

    String folder() {
        return folder;
    }

    int parallel() {
        return parallel;
    }
}
