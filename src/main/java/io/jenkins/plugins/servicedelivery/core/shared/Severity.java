package io.jenkins.plugins.servicedelivery.core.shared;

/** How much a {@link Finding} matters: an error stops what was asked, a warning is shown, information is kept. */
public enum Severity {
    INFORMATION,
    WARNING,
    ERROR
}
