package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the calls that were seen beside the dependencies that the catalog declares. */
final class Comparison {
    private final ProductLine line;
    private final ScanPolicy policy;

    Comparison(ProductLine line, ScanPolicy policy) {
        this.line = line;
        this.policy = policy;
    }

    /** Every dependency that is declared or seen, in the order of the names. */
    List<Dependency> dependencies(List<Call> calls) {
        SortedMap<Name, SortedMap<Name, List<Sighting>>> seen = calls.stream()
                .collect(Collectors.groupingBy(
                        Call::caller,
                        TreeMap::new,
                        Collectors.groupingBy(
                                call -> Name.of(call.called()),
                                TreeMap::new,
                                Collectors.mapping(Call::sighting, Collectors.toList()))));
        return line.services().values().stream()
                .flatMap(caller -> ofCaller(caller, seen.getOrDefault(caller.name(), new TreeMap<>())))
                .sorted()
                .toList();
    }

    private Stream<Dependency> ofCaller(Service caller, Map<Name, List<Sighting>> seen) {
        Stream<Dependency> found = seen.entrySet().stream().map(entry -> {
            boolean declared = caller.dependencies().contains(entry.getKey());
            Standing standing = declared ? Standing.CONFIRMED : alone(Standing.UNDECLARED, caller, entry.getKey());
            return new Dependency(caller.name(), entry.getKey(), standing, entry.getValue());
        });
        Stream<Dependency> unseen = caller.dependencies().stream()
                .filter(called -> !seen.containsKey(called))
                .map(called ->
                        new Dependency(caller.name(), called, alone(Standing.UNUSED, caller, called), List.of()));
        return Stream.concat(found, unseen);
    }

    private Standing alone(Standing otherwise, Service caller, Name called) {
        return policy.acceptance(caller.name(), called).isPresent() ? Standing.ACCEPTED : otherwise;
    }

    /** The entries of the policy that no difference needs any more. */
    List<ScanPolicy.Accepted> needless(List<Dependency> dependencies, List<Call> strangers) {
        return policy.accepted().stream()
                .filter(accepted -> dependencies.stream()
                        .noneMatch(dependency -> dependency.standing() == Standing.ACCEPTED
                                && accepted.covers(dependency.caller(), dependency.called())))
                .filter(accepted -> strangers.stream()
                        .noneMatch(call -> call.caller().equals(accepted.caller())
                                && call.called().equals(accepted.called().value())))
                .sorted(Comparator.comparing(ScanPolicy.Accepted::caller).thenComparing(ScanPolicy.Accepted::called))
                .toList();
    }

    /** The entry of the policy that accepts a call to something that is no service of the line. */
    Optional<ScanPolicy.Accepted> acceptance(Call stranger) {
        return Name.whyNot(stranger.called()).isPresent()
                ? Optional.empty()
                : policy.acceptance(stranger.caller(), Name.of(stranger.called()));
    }
}
