package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;

/**
 * A kind of the catalog: what the differences between the scanned and the declared dependencies mean.
 *
 * @param undeclared severity of a call that the catalog does not declare
 * @param unused severity of a declared dependency that no source shows
 * @param accepted calls that are known and not reported
 */
public record ScanPolicy(Name name, Name line, Severity undeclared, Severity unused, List<Accepted> accepted) {
    public ScanPolicy {
        accepted = List.copyOf(accepted);
    }

    /** One accepted difference and why it is accepted. */
    public record Accepted(Name caller, Name called, String reason) {}
}
