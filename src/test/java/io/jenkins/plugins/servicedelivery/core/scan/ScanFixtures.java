package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Product lines, policies and trees for tests of scanning. */
public final class ScanFixtures {
    private ScanFixtures() {}

    /** A line named shop with the layers edge and base, of these services. */
    public static ProductLine lineOf(Service... services) {
        TreeMap<Name, Service> byName = new TreeMap<>();
        Arrays.stream(services).forEach(service -> byName.put(service.name(), service));
        return new ProductLine(
                Name.of("shop"),
                "Shop",
                "registry.local/shop",
                List.of(Name.of("edge"), Name.of("base")),
                Owners.NOBODY,
                byName);
    }

    /** A service without layer that declares these dependencies. */
    public static Service service(String name, String... dependencies) {
        return service(name, Optional.empty(), dependencies);
    }

    /** A service in a layer. */
    public static Service serviceIn(String layer, String name, String... dependencies) {
        return service(name, Optional.of(Name.of(layer)), dependencies);
    }

    private static Service service(String name, Optional<Name> layer, String... dependencies) {
        return new Service(
                Name.of(name),
                name,
                layer,
                name,
                List.of(),
                Name.of("java"),
                List.of(new Port("http", 8080)),
                Stream.of(dependencies).map(Name::of).collect(Collectors.toCollection(TreeSet::new)),
                Owners.NOBODY);
    }

    /** A tree of this service that names these addresses, each on a line of its own. */
    public static ScannedService scanned(Service service, String... addresses) {
        List<Mention> mentions = Stream.iterate(0, i -> i < addresses.length, i -> i + 1)
                .map(i -> new Mention(
                        Mention.Kind.ADDRESS,
                        addresses[i],
                        "java-url",
                        Confidence.CERTAIN,
                        new Place(service.name() + "/Client.java", i + 1, 5)))
                .toList();
        return new ScannedService(service, new SourceTree(mentions, List.of(), 1, 1));
    }

    /** A policy that calls undeclared calls errors and unused declarations warnings. */
    public static ScanPolicy policy(ScanPolicy.Accepted... accepted) {
        return new ScanPolicy(Name.of("shop"), Name.of("shop"), Severity.ERROR, Severity.WARNING, List.of(accepted));
    }

    /** What the scan of a line with these trees reports. */
    public static ScanReport report(ProductLine line, ScanPolicy policy, ScannedService... services) {
        LineConfiguration nothing = new LineConfiguration(List.of(), List.of());
        return new Scan(line, nothing, Set.of("shop-production", "shop-test"), policy).report(List.of(services));
    }
}
