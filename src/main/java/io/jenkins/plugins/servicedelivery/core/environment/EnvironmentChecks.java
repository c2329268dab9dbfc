package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.productline.DependencyGraph;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can stand in the way of a plan. */
final class EnvironmentChecks {
    private static final Place IMAGES = Place.outside("images");

    private final ProtectedNamespaces protectedNamespaces;

    EnvironmentChecks(ProtectedNamespaces protectedNamespaces) {
        this.protectedNamespaces = protectedNamespaces;
    }

    /** What is wrong with what is wanted, or with what is there already. */
    List<Problem> problems(DesiredEnvironment desired, ObservedEnvironment observed) {
        List<Problem> problems = new ArrayList<>();
        namespace(desired, observed.view()).ifPresent(problems::add);
        unknownServices(desired).forEach(problems::add);
        DependencyGraph.declaredBy(desired.line())
                .only(desired.services())
                .cycle()
                .map(cycle -> cycle(desired, cycle))
                .ifPresent(problems::add);
        unknownImages(desired).forEach(problems::add);
        unpinnedImages(desired).forEach(problems::add);
        missingImages(desired, observed).forEach(problems::add);
        missingTemplates(desired).forEach(problems::add);
        return problems;
    }

    /** The services that the plan would touch while somebody divides their requests. */
    List<Problem> releasesInTheWay(EnvironmentPlan plan, ObservedEnvironment observed) {
        return plan.touchedServices().stream()
                .filter(observed::isDivided)
                .map(service -> new Problem(
                        "release-under-way",
                        "the requests of " + service + " are divided among "
                                + shares(observed.route(service).orElseThrow().weights())
                                + ", so a release is under way.",
                        at(plan.owner()),
                        "services." + service,
                        "Wait until the release has ended, or roll it back."))
                .toList();
    }

    private Optional<Problem> namespace(DesiredEnvironment desired, NamespaceView view) {
        String namespace = desired.environment().namespace();
        Optional<String> pattern = protectedNamespaces.protecting(namespace);
        if (pattern.isPresent()) {
            return Optional.of(problem(
                    desired,
                    "namespace-protected",
                    "the namespace " + namespace + " is protected (" + pattern.get() + ").",
                    "namespace",
                    "Give the environment a namespace of its own."));
        }
        if (view.presence() == NamespaceView.Presence.TERMINATING) {
            return Optional.of(problem(
                    desired,
                    "namespace-terminating",
                    "the namespace " + namespace + " is being removed.",
                    "namespace",
                    "Run again when it is gone."));
        }
        boolean taken = view.presence() == NamespaceView.Presence.PRESENT
                && !view.owner().equals(Optional.of(desired.owner()));
        return taken ? Optional.of(taken(desired, view)) : Optional.empty();
    }

    private static Problem taken(DesiredEnvironment desired, NamespaceView view) {
        String whose = view.owner().map(owner -> "belongs to " + owner).orElse("was not made by Service Delivery");
        return problem(
                desired,
                "namespace-taken",
                "the namespace " + desired.environment().namespace() + " " + whose + ".",
                "namespace",
                "Give the environment a namespace of its own.");
    }

    private static Problem cycle(DesiredEnvironment desired, List<Name> cycle) {
        return problem(
                desired,
                "dependency-cycle",
                "the services need each other in a circle: "
                        + cycle.stream().map(Name::value).collect(Collectors.joining(" -> ")) + ".",
                "services",
                "Take one of these dependencies out, so that there is an order to start them in.");
    }

    private static Stream<Problem> unknownServices(DesiredEnvironment desired) {
        return desired.environment().services().stream()
                .filter(service -> desired.line().service(service).isEmpty())
                .map(service -> problem(
                        desired,
                        "unknown-service",
                        "the product line " + desired.line().name() + " has no service " + service + ".",
                        "services." + service,
                        didYouMean(service, desired.line().services().keySet())));
    }

    private static Stream<Problem> unknownImages(DesiredEnvironment desired) {
        return desired.images().keySet().stream()
                .filter(service -> !desired.services().contains(service))
                .map(service -> new Problem(
                        "unknown-service",
                        "an image was chosen for " + service + ", which " + desired.owner() + " does not have.",
                        IMAGES,
                        service.value(),
                        didYouMean(service, desired.services())));
    }

    private static Stream<Problem> unpinnedImages(DesiredEnvironment desired) {
        return desired.images().entrySet().stream()
                .filter(entry -> entry.getValue().digest().isEmpty())
                .map(entry -> new Problem(
                        "image-not-pinned",
                        "the image " + entry.getValue() + " of " + entry.getKey()
                                + " has no digest, so it may mean another image tomorrow.",
                        IMAGES,
                        entry.getKey().value(),
                        "Write it as " + entry.getValue().repository() + "@sha256:<64 hex digits>."));
    }

    private static Stream<Problem> missingImages(DesiredEnvironment desired, ObservedEnvironment observed) {
        return known(desired)
                .filter(service -> !desired.images().containsKey(service)
                        && observed.live(service).isEmpty())
                .map(service -> new Problem(
                        "image-missing",
                        "no image was chosen for " + service + ", and it does not run in " + desired.owner() + " yet.",
                        IMAGES,
                        service.value(),
                        "Choose one; \"build\" makes it and prints its digest."));
    }

    private static Stream<Problem> missingTemplates(DesiredEnvironment desired) {
        return known(desired)
                .filter(service -> !desired.templates()
                        .containsKey(desired.line().services().get(service).template()))
                .map(service -> {
                    Name template = desired.line().services().get(service).template();
                    return problem(
                            desired,
                            "unknown-template",
                            "the service " + service + " names the template " + template + ", which there is not.",
                            "services." + service + ".template",
                            didYouMean(template, desired.templates().keySet()));
                });
    }

    private static Stream<Name> known(DesiredEnvironment desired) {
        return desired.services().stream()
                .filter(service -> desired.line().service(service).isPresent());
    }

    private static String shares(Map<String, ?> weights) {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String didYouMean(Name written, Collection<Name> names) {
        return Suggestion.didYouMean(
                written.value(), names.stream().map(Name::value).toList());
    }

    private static Problem problem(
            DesiredEnvironment desired, String code, String message, String path, String remedy) {
        return new Problem(code, message, at(desired.owner()), path, remedy);
    }

    private static Place at(Ownership owner) {
        return Place.outside("environment " + owner);
    }
}
