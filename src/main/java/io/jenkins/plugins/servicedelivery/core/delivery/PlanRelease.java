package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.config.RequiredKeys;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Works out what a gray release would do. Reads the cluster and writes nothing. */
public final class PlanRelease {
    /** As long as the longest request that is waited for when a version has lost its weight. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ClusterPorts ports;

    public PlanRelease(ClusterPorts ports) {
        this.ports = ports;
    }

    /** What the catalog and the order say, before the cluster is looked at. */
    record Target(Environment environment, ConfiguredVersion candidate, int replicas, ReleaseStrategy strategy) {
        Name service() {
            return candidate.version().service();
        }

        RecordKey key() {
            String version = candidate.name();
            return new RecordKey(ReleaseOperation.KIND + "-" + environment.namespace() + "-" + version);
        }
    }

    /**
     * The plan; empty where the candidate is the live version already.
     *
     * @throws RefusedException where the order cannot be carried out; the message says what to do first
     */
    public Optional<ReleasePlan> plan(ReleaseOrder order) {
        return plan(target(order));
    }

    Optional<ReleasePlan> plan(Target target) {
        LiveVersion stable = stable(target);
        if (stable.name().equals(target.candidate().name())) {
            return Optional.empty();
        }
        Environment environment = target.environment();
        return Optional.of(new ReleasePlan(
                new Ownership(environment.line(), environment.name()),
                environment.namespace(),
                stable,
                target.candidate(),
                target.replicas(),
                target.strategy(),
                DRAIN));
    }

    Target target(ReleaseOrder order) {
        Catalog catalog = order.catalog();
        Name name = onlyService(order.images());
        ImageReference image = order.images().get(name);
        Service service = catalog.service(order.line(), name);
        Environment environment = catalog.environment(order.line(), order.environment());
        ReleaseStrategy strategy = catalog.strategy(order.strategy());
        String tried = "Releasing " + name + " in " + environment.name();
        require(
                image.digest().isPresent(),
                tried,
                "the image " + image + " is not pinned by digest",
                "Name it as repository@sha256:digest; building an image prints that.");
        require(
                environment.has(name),
                tried,
                "the environment does not have this service",
                "Add it to the environment's services and deploy first.");
        require(
                !strategy.steps().isEmpty() && !strategy.judge().interval().isZero(),
                tried,
                "the strategy " + strategy.name() + " has no steps to judge at",
                "Give it at least one step, and the judge an interval.");
        requireConfiguration(catalog, environment, name, tried);
        ConfiguredVersion candidate = ConfiguredVersion.of(
                service,
                catalog.template(service.template()),
                image,
                catalog.configuration(order.line())
                        .revision(environment.name(), name)
                        .values());
        return new Target(environment, candidate, environment.replicas(name), strategy);
    }

    private static void requireConfiguration(Catalog catalog, Environment environment, Name service, String tried) {
        List<String> missing = catalog
                .configSet(environment.line())
                .map(set -> new RequiredKeys(catalog.line(environment.line()), set))
                .map(keys -> keys.missing(environment.name(), List.of(service)))
                .orElse(List.of())
                .stream()
                .map(found -> found.key().key())
                .toList();
        require(
                missing.isEmpty(),
                tried,
                "required configuration keys have no value there: " + String.join(", ", missing),
                "Write their values into the config set, or do not require them.");
    }

    private LiveVersion stable(Target target) {
        Environment environment = target.environment();
        String tried = "Releasing " + target.service() + " in " + environment.name();
        NamespaceView view = ports.cluster().observe(environment.namespace());
        LiveVersion stable = view.stableVersion(target.service())
                .orElseThrow(() -> new RefusedException(
                        tried, "no version of it runs there yet", "Deploy the environment first."));
        boolean replaced = !stable.name().equals(target.candidate().name());
        require(
                !replaced || stable.ready() > 0,
                tried,
                "the live version " + stable.name() + " has no ready instance, so there is nothing to compare with",
                "Mend it, or deploy the new image to the environment without a release.");
        return stable;
    }

    private static Name onlyService(SortedMap<Name, ImageReference> images) {
        require(
                images.size() == 1,
                "Releasing " + images.keySet(),
                "one release moves exactly one service, and " + images.size() + " were named",
                "Release them one after the other, those that others depend on first.");
        return images.firstKey();
    }

    private static void require(boolean condition, String tried, String because, String remedy) {
        if (!condition) {
            throw new RefusedException(tried, because, remedy);
        }
    }
}
