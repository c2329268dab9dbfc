package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/** What a step works on, as its arguments name it; what they leave out is found in the settings and the catalog. */
final class Target implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String environment;

    @CheckForNull
    private final String line;

    @CheckForNull
    private final String cluster;

    @CheckForNull
    private final String catalog;

    Target(String environment, @CheckForNull String line, @CheckForNull String cluster, @CheckForNull String catalog) {
        this.environment = environment;
        this.line = line;
        this.cluster = cluster;
        this.catalog = catalog;
    }

    String environment() {
        return environment;
    }

    Optional<String> line() {
        return Optional.ofNullable(line);
    }

    Optional<String> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** The folder of the catalog in the workspace. */
    Optional<String> catalog() {
        return Optional.ofNullable(catalog);
    }
}
