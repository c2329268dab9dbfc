package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The shop, its test environment and a simulated cluster, for trying the verbs of environments. */
final class EnvironmentStage {
    static final String NAMESPACE = "shop-test";

    private static final String LABEL = "io.jenkins.service-delivery.simulation.";

    private final Map<ImageReference, Map<String, String>> labels = new HashMap<>();
    private final List<ImageReference> unknown = new ArrayList<>();
    private final SimulatedInstallation installation = SimulatedInstallation.inMemory(
            SimulationSettings.standard(),
            image -> unknown.contains(image) ? Optional.empty() : Optional.of(labels.getOrDefault(image, Map.of())));
    private final List<EnvironmentPlan> shown = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Consumer<Progress<?, ?>> onProgress = progress -> {};

    /** The image of a service that this build made. */
    static ImageReference image(String service, String build) {
        return ImageReference.parse("registry.local/shop/" + service).at(Digest.of(service + "/" + build));
    }

    /** The images that this build made of every service of the shop. */
    static SortedMap<Name, ImageReference> images(String build) {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        CatalogFixtures.shopLine().services().keySet().forEach(name -> images.put(name, image(name.value(), build)));
        return images;
    }

    /** The image of one service that this build made. */
    static SortedMap<Name, ImageReference> only(String service, String build) {
        return new TreeMap<>(Map.of(Name.of(service), image(service, build)));
    }

    /** Lets the instances of this image never become ready. */
    void neverReady(ImageReference image) {
        labels.put(image, Map.of(LABEL + "never-ready", "true"));
    }

    /** Lets this image be in no registry. */
    void missing(ImageReference image) {
        unknown.add(image);
    }

    /** Calls this after every tick of the operations. */
    void onProgress(Consumer<Progress<?, ?>> listener) {
        onProgress = listener;
    }

    DeployEnvironment.Outcome deploy(SortedMap<Name, ImageReference> images) throws InterruptedException {
        return deploy(CatalogFixtures.shop(), images);
    }

    DeployEnvironment.Outcome deploy(Catalog catalog, SortedMap<Name, ImageReference> images)
            throws InterruptedException {
        return new DeployEnvironment(control(installation.ports()), ProtectedNamespaces.STANDARD)
                .deploy(order(catalog, images), shown::add, this::heard);
    }

    /** Deploys with a process of another holder over these ports. */
    DeployEnvironment.Outcome deployOver(ClusterPorts ports, SortedMap<Name, ImageReference> images)
            throws InterruptedException {
        return new DeployEnvironment(control(ports), ProtectedNamespaces.STANDARD)
                .deploy(order(CatalogFixtures.shop(), images), shown::add, this::heard);
    }

    Optional<Record<?, ?>> recycle(String environment) throws InterruptedException {
        return new RecycleEnvironment(control(installation.ports()), ProtectedNamespaces.STANDARD)
                .recycle(CatalogFixtures.shop(), CatalogFixtures.SHOP, Name.of(environment), "carol", this::heard);
    }

    EnvironmentPlan plan(Catalog catalog, SortedMap<Name, ImageReference> images) {
        return new PlanEnvironment(installation.ports(), ProtectedNamespaces.STANDARD)
                .plan(catalog, CatalogFixtures.SHOP, CatalogFixtures.TEST, images);
    }

    SimulatedInstallation installation() {
        return installation;
    }

    ClusterControl control(ClusterPorts ports) {
        return new ClusterControl(ports, Operations.on(ports), "here");
    }

    NamespaceView view() {
        return installation.ports().cluster().observe(NAMESPACE);
    }

    RouteTotals totals(String service) {
        return installation.hands().totals(new RouteKey(NAMESPACE, Name.of(service)));
    }

    long lost() {
        return CatalogFixtures.shopLine().services().keySet().stream()
                .mapToLong(service -> totals(service.value()).lost())
                .sum();
    }

    /** Every plan that was shown, in order. */
    List<EnvironmentPlan> shown() {
        return shown;
    }

    /** The phrases of all states, in order, each once. */
    List<String> story() {
        return story;
    }

    private void heard(Progress<?, ?> progress) {
        String phrase = progress.record().state().phrase();
        if (story.isEmpty() || !story.get(story.size() - 1).equals(phrase)) {
            story.add(phrase);
        }
        onProgress.accept(progress);
    }

    private static DeployEnvironment.Order order(Catalog catalog, SortedMap<Name, ImageReference> images) {
        return new DeployEnvironment.Order(catalog, CatalogFixtures.SHOP, CatalogFixtures.TEST, images, "carol");
    }
}
