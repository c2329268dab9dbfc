package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;
import java.util.Optional;

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

    /** What holds for a product line that has written no policy: no undeclared call, unused declarations are shown. */
    public static ScanPolicy standard(Name line) {
        return new ScanPolicy(Name.of("standard"), line, Severity.ERROR, Severity.WARNING, List.of());
    }

    /** The entry that accepts a difference between these two, where there is one. */
    public Optional<Accepted> acceptance(Name caller, Name called) {
        return accepted.stream().filter(entry -> entry.covers(caller, called)).findFirst();
    }

    /** One accepted difference and why it is accepted. */
    public record Accepted(Name caller, Name called, String reason) {
        boolean covers(Name from, Name to) {
            return caller.equals(from) && called.equals(to);
        }
    }
}
