package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the findings of a scan: what was seen, where, and what to do about it. */
final class ScanFindings {
    private final ProductLine line;
    private final ScanPolicy policy;

    ScanFindings(ProductLine line, ScanPolicy policy) {
        this.line = line;
        this.policy = policy;
    }

    Finding undeclared(Dependency dependency) {
        Sighting surest = dependency.sightings().get(0);
        boolean guessed = surest.confidence() == Confidence.POSSIBLE;
        return finding(
                guessed && policy.undeclared() == Severity.ERROR ? Severity.WARNING : policy.undeclared(),
                "undeclared-dependency",
                dependency.caller(),
                dependency.caller() + " calls " + dependency.called() + " (" + surest.text()
                        + "), and the catalog does not declare it.",
                surest.place(),
                "Add " + dependency.called() + " to dependsOn of " + dependency.caller() + ", or take the call out.");
    }

    Finding unused(Dependency dependency) {
        return finding(
                policy.unused(),
                "unused-dependency",
                dependency.caller(),
                "The catalog declares that " + dependency.caller() + " calls " + dependency.called()
                        + ", and neither its sources nor its configuration show it.",
                declaration(dependency.caller()),
                "Take " + dependency.called() + " out of dependsOn of " + dependency.caller()
                        + ", or accept it in the scan policy with the reason.");
    }

    Finding accepted(Dependency dependency) {
        return finding(
                Severity.INFORMATION,
                "accepted-dependency",
                dependency.caller(),
                dependency.caller() + " and " + dependency.called()
                        + ": the difference between catalog and sources is accepted"
                        + policy.acceptance(dependency.caller(), dependency.called())
                                .map(accepted -> ", because: " + accepted.reason())
                                .orElse("")
                        + ".",
                dependency.sightings().stream()
                        .map(Sighting::place)
                        .findFirst()
                        .orElseGet(() -> declaration(dependency.caller())),
                "");
    }

    Finding needless(ScanPolicy.Accepted accepted) {
        return finding(
                Severity.INFORMATION,
                "needless-acceptance",
                accepted.caller(),
                "The scan policy accepts that " + accepted.caller() + " calls " + accepted.called()
                        + ", and there is no such difference any more.",
                Place.outside("accept of the scan policy " + policy.name()),
                "Take the entry out.");
    }

    /** A name that is nearly a service's is probably a slip; any other is probably something outside the line. */
    Finding stranger(Call call) {
        List<String> services =
                line.services().keySet().stream().map(Name::value).toList();
        Optional<String> meant = Suggestion.nearest(call.called(), services);
        return finding(
                meant.isPresent() ? Severity.WARNING : Severity.INFORMATION,
                "unknown-service",
                call.caller(),
                call.caller() + " calls " + call.called() + " ("
                        + call.sighting().text() + "), which is no service of " + line.name() + ".",
                call.sighting().place(),
                meant.map(near -> "Did you mean \"" + near + "\"?")
                        .orElse(
                                "Where it is one, add it to the product line; else accept the call in the scan policy."));
    }

    Finding unknownVariable(Name service, Mention mention) {
        return finding(
                Severity.INFORMATION,
                "unknown-variable",
                service,
                service + " reads " + mention.text() + ", which no key of the catalog delivers.",
                mention.place(),
                "Add the key to the config set, so that the scan can follow it.");
    }

    Finding cycle(List<Name> cycle) {
        String path = cycle.stream().map(Name::value).collect(Collectors.joining(" -> "));
        return finding(
                Severity.ERROR,
                "dependency-cycle",
                cycle.get(0),
                "The services call one another in a cycle: " + path + ".",
                declaration(cycle.get(0)),
                "Take one of these calls out, or turn it into a message, so that there is an order to start in.");
    }

    Finding violation(Dependency dependency, String layers) {
        return finding(
                Severity.ERROR,
                "layer-violation",
                dependency.caller(),
                dependency.caller() + " calls " + dependency.called() + " " + layers + ", which lies further out.",
                dependency.sightings().stream()
                        .map(Sighting::place)
                        .findFirst()
                        .orElseGet(() -> declaration(dependency.caller())),
                "Turn the call around, or move one of the two to another layer.");
    }

    Finding gap(Name service, Gap gap) {
        return finding(
                gap.kind().severity(),
                gap.kind().rule(),
                service,
                "Sources of " + service + ": " + gap.detail() + ".",
                gap.place(),
                gap.kind().remedy());
    }

    private static Place declaration(Name service) {
        return Place.outside("services." + service + ".dependsOn");
    }

    private static Finding finding(
            Severity severity, String rule, Name subject, String message, Place place, String remedy) {
        return new Finding(severity, rule, subject.value(), message, place, remedy);
    }
}
