package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeyClass;
import io.jenkins.plugins.servicedelivery.core.config.KeySchema;
import io.jenkins.plugins.servicedelivery.core.config.Layer;
import io.jenkins.plugins.servicedelivery.core.config.ValueType;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A small valid catalog as values: the product line {@code shop} of five services with all that belongs to it. */
public final class CatalogFixtures {
    public static final Name SHOP = Name.of("shop");
    public static final Name TEMPLATE = Name.of("java-service");
    public static final Name TEST = Name.of("test");
    public static final Name STAGING = Name.of("staging");
    public static final Name PRODUCTION = Name.of("production");
    public static final Name CAREFUL = Name.of("careful");

    private CatalogFixtures() {}

    /** storefront → products, orders; orders → payments, inventory; products → inventory. */
    public static Catalog shop() {
        return new Catalog(
                byName(ProductLine::name, shopLine()),
                byName(ImageTemplate::name, javaService()),
                List.of(environment("test"), environment("staging"), production()),
                List.of(shopConfig()),
                byName(ReleaseStrategy::name, careful()),
                List.of(new ScanPolicy(SHOP, SHOP, Severity.ERROR, Severity.WARNING, List.of())),
                List.of(new BranchFlow(
                        SHOP,
                        SHOP,
                        List.of(new BranchFlow.Rule("master", names("staging", "production"), List.of())))));
    }

    public static ProductLine shopLine() {
        return new ProductLine(
                SHOP,
                "Small Shop",
                "registry.local/shop",
                List.of(Name.of("edge"), Name.of("application"), Name.of("base")),
                new Owners(List.of("alice"), List.of("bob")),
                byName(
                        Service::name,
                        service("storefront", "edge", "products", "orders"),
                        service("products", "application", "inventory"),
                        service("orders", "application", "payments", "inventory"),
                        service("inventory", "base"),
                        service("payments", "base")));
    }

    /** A service on port 8080 that calls these services. */
    public static Service service(String name, String layer, String... calls) {
        return new Service(
                Name.of(name),
                name,
                Optional.of(Name.of(layer)),
                name,
                List.of(),
                TEMPLATE,
                List.of(new Port("http", 8080)),
                names(calls),
                new Owners(List.of("alice"), List.of("bob")));
    }

    public static ImageTemplate javaService() {
        return new ImageTemplate(
                TEMPLATE,
                "1.0",
                new BaseImage.Empty(),
                List.of(List.of("javac", "-d", "target/classes", "-sourcepath", "src", "src/Main.java")),
                Duration.ofMinutes(2),
                List.of("target"),
                List.of(new ImageTemplate.LayerRule("classes", "target/classes", "/app/classes")),
                "65532",
                "/app",
                List.of("java", "-cp", "/app/classes", "Main"),
                new TreeMap<>(Map.of("PORT", "${port}")),
                new TreeMap<>(),
                "/health");
    }

    /** An environment of the shop with all its services, one instance each. */
    public static Environment environment(String name) {
        return new Environment(
                Name.of(name),
                SHOP,
                name,
                "shop-" + name,
                "alice",
                false,
                names(),
                1,
                new TreeMap<>(),
                Duration.ofMinutes(5));
    }

    /** The production environment of the shop: two instances of each service, three of orders. */
    public static Environment production() {
        return new Environment(
                PRODUCTION,
                SHOP,
                "Production",
                "shop-production",
                "alice",
                true,
                names(),
                2,
                new TreeMap<>(Map.of(Name.of("orders"), 3)),
                Duration.ofMinutes(5));
    }

    public static ReleaseStrategy careful() {
        return new ReleaseStrategy(
                CAREFUL,
                List.of(step(5, 2), step(25, 3), step(50, 3)),
                new ReleaseStrategy.JudgeSettings(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        0.01,
                        200,
                        0.01,
                        Duration.ofMinutes(5),
                        ReleaseStrategy.Inconclusive.PAUSE),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(24),
                Duration.ofMinutes(30));
    }

    public static ConfigSet shopConfig() {
        return new ConfigSet(
                SHOP,
                SHOP,
                byKey(
                        key("log.level", KeyClass.INTERNAL, ValueType.TEXT),
                        key("currency", KeyClass.INTERNAL, ValueType.TEXT),
                        key("payments.url", KeyClass.DEPENDENCY, ValueType.URL),
                        key("payments.timeout", KeyClass.DEPENDENCY, ValueType.DURATION)),
                List.of(
                        values(Layer.GLOBAL, "", "", Map.of("log.level", "info")),
                        values(Layer.LINE, "", "", Map.of("currency", "EUR")),
                        values(Layer.SERVICE, "", "orders", Map.of("payments.url", "${address:payments}")),
                        values(Layer.ENVIRONMENT, "production", "", Map.of("log.level", "warn")),
                        values(Layer.ENVIRONMENT, "production", "orders", Map.of("payments.timeout", "500ms"))));
    }

    /** A key that is neither required nor secret nor dynamic. */
    public static KeySchema key(String key, KeyClass keyClass, ValueType type) {
        return new KeySchema(key, keyClass, type, false, false, false, Place.outside("keys." + key));
    }

    /** The values of a layer; an empty text for the environment or the service means all. */
    public static ConfigSet.Values values(Layer layer, String environment, String service, Map<String, String> values) {
        SortedMap<String, ConfigSet.Written> entries = new TreeMap<>();
        values.forEach((key, text) -> entries.put(key, new ConfigSet.Written(text, Place.outside(layer + "." + key))));
        return new ConfigSet.Values(layer, nameOrNone(environment), nameOrNone(service), entries);
    }

    public static SortedSet<Name> names(String... names) {
        return Arrays.stream(names).map(Name::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Name> nameOrNone(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Name.of(text));
    }

    private static ReleaseStrategy.Step step(int weight, int minutes) {
        return new ReleaseStrategy.Step(new Weight(weight), Duration.ofMinutes(minutes), false);
    }

    private static SortedMap<String, KeySchema> byKey(KeySchema... keys) {
        SortedMap<String, KeySchema> byKey = new TreeMap<>();
        Arrays.stream(keys).forEach(key -> byKey.put(key.key(), key));
        return byKey;
    }

    @SafeVarargs
    private static <T> SortedMap<Name, T> byName(Function<T, Name> name, T... values) {
        SortedMap<Name, T> byName = new TreeMap<>();
        Arrays.stream(values).forEach(value -> byName.put(name.apply(value), value));
        return byName;
    }
}
