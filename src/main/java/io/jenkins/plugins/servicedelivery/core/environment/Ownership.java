package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** Whose a namespace and everything in it is: written as labels, compared before anything is changed or removed. */
public record Ownership(Name line, Name environment) {
    @Override
    public String toString() {
        return line + "/" + environment;
    }
}
