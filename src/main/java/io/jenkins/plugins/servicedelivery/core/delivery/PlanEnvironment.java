package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.config.ConfigResolver;
import io.jenkins.plugins.servicedelivery.core.config.RequiredKeys;
import io.jenkins.plugins.servicedelivery.core.environment.DesiredEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlanner;
import io.jenkins.plugins.servicedelivery.core.environment.ObservedEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.Planning;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out what deploying an environment would change. Reads the cluster and writes nothing. */
public final class PlanEnvironment {
    private final ClusterPorts ports;
    private final EnvironmentPlanner planner;

    public PlanEnvironment(ClusterPorts ports, ProtectedNamespaces protectedNamespaces) {
        this.ports = ports;
        this.planner = new EnvironmentPlanner(ports.renderer(), protectedNamespaces);
    }

    /**
     * The plan.
     *
     * @param images the chosen ones, pinned by digest; a service that is not named keeps the image it runs
     * @throws InvalidInputException with every problem that stands in the way
     */
    public EnvironmentPlan plan(Catalog catalog, Name line, Name environment, SortedMap<Name, ImageReference> images) {
        Environment wanted = catalog.environment(line, environment);
        DesiredEnvironment desired = desired(catalog, wanted, images);
        ObservedEnvironment observed =
                ObservedEnvironment.whole(ports.cluster(), ports.router(), wanted.namespace(), desired.services());
        Planning<EnvironmentPlan> planning = planner.plan(desired, observed);
        List<Problem> problems = new ArrayList<>(missingKeys(catalog, desired));
        if (planning instanceof Planning.Refused<EnvironmentPlan> refused) {
            problems.addAll(refused.problems());
        }
        Planning<EnvironmentPlan> whole = problems.isEmpty() ? planning : new Planning.Refused<>(problems);
        return whole.orThrow("Planning " + desired.owner());
    }

    private static DesiredEnvironment desired(
            Catalog catalog, Environment environment, SortedMap<Name, ImageReference> images) {
        ProductLine line = catalog.line(environment.line());
        ConfigResolver configuration = catalog.configuration(line.name());
        SortedMap<Name, SortedMap<String, String>> values = new TreeMap<>();
        line.services()
                .keySet()
                .forEach(service -> values.put(
                        service,
                        configuration.revision(environment.name(), service).values()));
        return new DesiredEnvironment(line, environment, catalog.templates(), values, images);
    }

    private static List<Problem> missingKeys(Catalog catalog, DesiredEnvironment desired) {
        Name environment = desired.environment().name();
        return catalog
                .configSet(desired.line().name())
                .map(set -> new RequiredKeys(desired.line(), set))
                .map(keys -> keys.missing(environment, desired.services()))
                .orElse(List.of())
                .stream()
                .map(missing -> problem(missing, desired))
                .toList();
    }

    private static Problem problem(RequiredKeys.Missing missing, DesiredEnvironment desired) {
        String key = missing.key().key();
        String whose = missing.service().map(service -> " of " + service).orElse("");
        Place declared = missing.key().place();
        return new Problem(
                "config-key-missing",
                "the required key " + key + whose + " has no value in " + desired.owner() + ".",
                declared,
                "keys." + key,
                "Write a value for it under \"values\", or do not require it.");
    }
}
