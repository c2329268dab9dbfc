package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.FilePath;
import hudson.model.Job;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.WorkspaceCatalog;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Bindings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.BoundLine;
import io.jenkins.plugins.servicedelivery.jenkins.settings.CatalogFiles;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Finds what a step works on. For a product line that the settings bind, the catalog is the one of the protected ref and
 * the cluster is the one that the binding names, whatever the build's workspace says. A line that nothing binds is read
 * from the workspace, and may go only to clusters that are open to all.
 */
final class GroundsFinder {
    private final StepSite site;
    private final Target target;

    GroundsFinder(StepSite site, Target target) {
        this.site = site;
        this.target = target;
    }

    Grounds find() throws InterruptedException {
        Job<?, ?> job = site.run().getParent();
        Optional<BoundLine> binding =
                target.line().isPresent() ? Bindings.find(job, target.line().get()) : Bindings.only(job);
        return binding.isPresent() ? bound(binding.get()) : unbound(job);
    }

    private Grounds bound(BoundLine line) throws InterruptedException {
        ProductLineBinding binding = line.binding();
        if (target.catalog().isPresent()) {
            throw new RefusedException(
                    tried(),
                    "the settings say where the catalog of " + binding.getLine() + " is read from, and the step names"
                            + " another place",
                    "Leave the argument \"catalog\" out.");
        }
        String cluster = binding.clusterOf(target.environment())
                .orElseThrow(() -> new RefusedException(
                        tried(),
                        "the settings bind " + binding.getLine() + " to "
                                + (binding.getEnvironments().isEmpty()
                                        ? "no environment"
                                        : binding.getEnvironments().stream()
                                                .map(each -> each.getEnvironment())
                                                .collect(Collectors.joining(", ")))
                                + " only",
                        "Name one of these, or ask whoever owns the folder's settings to add it."));
        if (!target.cluster().orElse(cluster).equals(cluster)) {
            throw new RefusedException(
                    tried(),
                    "the settings bind it to the cluster " + cluster + ", not to "
                            + target.cluster().get(),
                    "Leave the argument \"cluster\" out.");
        }
        CatalogFiles.Read files = CatalogFiles.read(line);
        Catalog catalog = CatalogReader.read(files.texts());
        return grounds(
                Clusters.get().cluster(cluster),
                catalog,
                files.origin() + " at " + files.revision(),
                Names.parse("line", binding.getLine()));
    }

    private Grounds unbound(Job<?, ?> job) throws InterruptedException {
        ClusterHandle cluster = Clusters.get().cluster(target.cluster().orElseGet(this::onlyCluster));
        if (!cluster.openToAll()) {
            throw new RefusedException(
                    tried(),
                    "no setting binds "
                            + target.line()
                                    .map(line -> "the product line " + line)
                                    .orElse("its product line") + " to the " + cluster.title() + " for "
                            + job.getFullName(),
                    "Ask an administrator, or whoever owns the folder, to bind the product line to its environments.");
        }
        FilePath workspace = site.workspace()
                .orElseThrow(() -> new RefusedException(
                        tried(),
                        "no setting says where its catalog is, and without a workspace there is none to read",
                        "Run the step inside a node with the catalog checked out, or bind the product line in the"
                                + " settings."));
        String folder = target.catalog().orElse("");
        SortedMap<String, String> texts = WorkspaceCatalog.texts(workspace, folder);
        Catalog catalog = CatalogReader.read(texts);
        String origin = "the workspace" + (folder.isEmpty() ? "" : ", folder " + folder);
        return grounds(cluster, catalog, origin, target.line().map(Name::of).orElseGet(() -> onlyLine(catalog)));
    }

    private Grounds grounds(ClusterHandle cluster, Catalog catalog, String origin, Name lineName) {
        ProductLine line = catalog.line(lineName);
        Environment environment = catalog.environment(line.name(), Names.parse("environment", target.environment()));
        return new Grounds(cluster, catalog, origin, line, environment);
    }

    private String onlyCluster() {
        List<String> names = Clusters.get().names();
        if (names.size() == 1) {
            return names.get(0);
        }
        throw new RefusedException(
                tried(),
                "the settings have several clusters (" + String.join(", ", names) + ")",
                "Name one with the argument \"cluster\", or bind the product line in the settings.");
    }

    private static Name onlyLine(Catalog catalog) {
        if (catalog.lines().size() == 1) {
            return catalog.lines().firstKey();
        }
        throw new FailedException(
                "Choosing the product line",
                catalog.lines().isEmpty()
                        ? "the catalog has none"
                        : "the catalog has " + catalog.lines().size() + " of them",
                catalog.lines().isEmpty()
                        ? "Add one to the catalog."
                        : "Name one with the argument \"line\": "
                                + catalog.lines().keySet().stream()
                                        .map(Name::value)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private String tried() {
        return "Finding the environment " + target.environment();
    }
}
