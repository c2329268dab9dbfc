package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Catalogs that differ from the shop in one thing. */
final class DeliveryFixtures {
    private DeliveryFixtures() {}

    /** The shop without a service that nobody calls. */
    static Catalog shopWithout(String service) {
        SortedMap<Name, Service> services =
                new TreeMap<>(CatalogFixtures.shopLine().services());
        services.remove(Name.of(service));
        return shopOf(services);
    }

    /** The shop with these services. */
    static Catalog shopOf(SortedMap<Name, Service> services) {
        Catalog shop = CatalogFixtures.shop();
        ProductLine line = CatalogFixtures.shopLine();
        ProductLine changed =
                new ProductLine(line.name(), line.title(), line.repository(), line.layers(), line.owners(), services);
        return new Catalog(
                new TreeMap<>(Map.of(line.name(), changed)),
                shop.templates(),
                shop.environments(),
                shop.configSets(),
                shop.strategies(),
                shop.scanPolicies(),
                shop.branchFlows());
    }
}
