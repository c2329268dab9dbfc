package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeyClass;
import io.jenkins.plugins.servicedelivery.core.config.Variables;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.scan.LineConfiguration;
import io.jenkins.plugins.servicedelivery.core.scan.Scan;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanReport;
import io.jenkins.plugins.servicedelivery.core.scan.ScannedService;
import io.jenkins.plugins.servicedelivery.core.scan.SourceReader;
import io.jenkins.plugins.servicedelivery.core.scan.SourceRequest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verb {@code scanDependencies}: reads the sources of a product line and reports who calls whom. */
public final class ScanDependencies {
    private static final LineConfiguration NOTHING = new LineConfiguration(List.of(), List.of());
    private final SourceReader sources;

    public ScanDependencies(SourceReader sources) {
        this.sources = sources;
    }

    /**
     * Scans all services of a product line.
     *
     * @param folder absolute path of the catalog's folder, where the sources are
     */
    public ScanReport scan(Catalog catalog, Name lineName, String folder) throws InterruptedException {
        ProductLine line = catalog.line(lineName);
        LineConfiguration configuration =
                catalog.configSet(lineName).map(ScanDependencies::configuration).orElse(NOTHING);
        List<ScannedService> scanned = new ArrayList<>();
        for (Service service : line.services().values()) {
            scanned.add(
                    new ScannedService(service, sources.read(request(catalog, line, service, configuration, folder))));
        }
        ScanPolicy policy = catalog.scanPolicy(lineName).orElseGet(() -> ScanPolicy.standard(lineName));
        return new Scan(line, configuration, namespaces(catalog, lineName), policy).report(scanned);
    }

    private static SourceRequest request(
            Catalog catalog, ProductLine line, Service service, LineConfiguration configuration, String folder) {
        SortedSet<String> names =
                line.services().keySet().stream().map(Name::value).collect(Collectors.toCollection(TreeSet::new));
        List<String> outputs = Optional.ofNullable(catalog.templates().get(service.template()))
                .map(ImageTemplate::outputs)
                .orElse(List.of());
        return new SourceRequest(folder, service.source(), service.modules(), outputs, names, configuration.words());
    }

    private static LineConfiguration configuration(ConfigSet set) {
        List<LineConfiguration.Key> keys = set.keys().values().stream()
                .map(key -> new LineConfiguration.Key(
                        key.key(), Variables.nameOf(key.key()), key.keyClass() == KeyClass.DEPENDENCY))
                .toList();
        List<LineConfiguration.Value> values =
                set.values().stream().flatMap(ScanDependencies::written).toList();
        return new LineConfiguration(keys, values);
    }

    private static Stream<LineConfiguration.Value> written(ConfigSet.Values layer) {
        return layer.entries().entrySet().stream()
                .map(entry -> new LineConfiguration.Value(
                        entry.getKey(),
                        layer.service(),
                        entry.getValue().text(),
                        entry.getValue().place()));
    }

    private static Set<String> namespaces(Catalog catalog, Name line) {
        return catalog.environments(line).values().stream()
                .map(Environment::namespace)
                .collect(Collectors.toSet());
    }
}
