package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every service has somebody who answers for it and somebody who stands in, and nobody answers for too much. */
final class OwnerRule implements Rule {
    /** How many services one person can answer for first before it is worth a word. */
    static final int MOST_SERVICES_OF_ONE_PERSON = 10;

    private static final DocumentPath OWNERS = DocumentPath.of("owners");

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ProductLine> line : draft.lines()) {
            Owners common = line.value().owners();
            boolean inherited = line.value().services().values().stream().anyMatch(s -> inherits(s, line));
            if (inherited || !common.equals(Owners.NOBODY)) {
                check(common, "The product line \"" + line.value().name() + "\"", line, OWNERS, report);
            }
            for (Service service : line.value().services().values()) {
                if (!inherits(service, line)) {
                    check(service.owners(), "The service \"" + service.name() + "\"", line, path(service), report);
                }
            }
            overload(line, report);
        }
    }

    private static DocumentPath path(Service service) {
        return DocumentPath.of("services", service.name().value(), "owners");
    }

    /** A service that writes no owners has those of its line; its own are then no place of the document. */
    private static boolean inherits(Service service, Sited<ProductLine> line) {
        return service.owners().equals(line.value().owners())
                && !line.places().places().containsKey(path(service));
    }

    private static void check(Owners owners, String who, Sited<ProductLine> line, DocumentPath path, Report report) {
        count(owners.main(), "main owner", who, line, path.key("main"), report);
        count(owners.backup(), "backup", who, line, path.key("backup"), report);
        Set<String> seen = new HashSet<>();
        List<String> all = new ArrayList<>(owners.main());
        all.addAll(owners.backup());
        all.stream()
                .filter(person -> !seen.add(person))
                .distinct()
                .forEach(person -> report.problem(
                        "owner-twice",
                        line,
                        path,
                        who + " has " + Quoted.of(person)
                                + " twice among its owners, those of its product line included.",
                        "Name somebody else: whoever stands in must be another person."));
    }

    private static void count(
            List<String> people, String role, String who, Sited<ProductLine> line, DocumentPath path, Report report) {
        if (people.isEmpty()) {
            report.problem(
                    "owner-missing", line, path, who + " has no " + role + ".", "Name one or two people under owners.");
        }
        if (people.size() > Owners.MOST) {
            report.problem(
                    "too-many-owners",
                    line,
                    path,
                    who + " names " + people.size() + " people as " + role + " and may name " + Owners.MOST + ".",
                    "Where all answer, nobody does: keep those who really do.");
        }
    }

    private static void overload(Sited<ProductLine> line, Report report) {
        Map<String, Integer> services = new TreeMap<>();
        line.value().services().values().forEach(service -> service.owners().main().stream()
                .distinct()
                .forEach(person -> services.merge(person, 1, Integer::sum)));
        services.forEach((person, count) -> {
            if (count > MOST_SERVICES_OF_ONE_PERSON) {
                report.warning(
                        "owner-overload",
                        person,
                        line,
                        OWNERS,
                        Quoted.of(person) + " is main owner of " + count + " services of the product line \""
                                + line.value().name() + "\".",
                        "Divide them: more than " + MOST_SERVICES_OF_ONE_PERSON + " is more than one person can know.");
            }
        });
    }
}
