package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Build requests for tests: a service {@code orders} of the line {@code shop}, changed where a test needs it. */
public final class ImageFixtures {
    private String service = "orders";
    private String source = "orders";
    private String repository = "registry.local/shop";
    private String folder = "/catalog";
    private String version = "1.0";
    private String user = "65532";
    private String workingDirectory = "/app";
    private BaseImage base = new BaseImage.Empty();
    private Owners owners = new Owners(List.of("alice"), List.of("bob"));
    private List<Port> ports = List.of(new Port("http", 8080));
    private List<List<String>> commands = List.of(List.of("make", "${service}"));
    private List<String> outputs = List.of("target");
    private List<LayerRule> layers = List.of(new LayerRule("classes", "target/classes", "/app/classes"));
    private List<String> entrypoint = List.of("java", "-cp", "/app/classes", "Main");
    private Map<String, String> variables = Map.of("PORT", "${port}");
    private Map<String, String> labels = Map.of();

    private ImageFixtures() {}

    /** A request that is right in every respect. */
    public static ImageFixtures aRequest() {
        return new ImageFixtures();
    }

    /** Inputs with one source file of this content. */
    public static BuildInputs inputs(String content) {
        return new BuildInputs(
                new TreeMap<>(Map.of("src/Main.java", Digest.of(content))), Optional.empty(), new TreeMap<>(), "1");
    }

    public ImageFixtures service(String name) {
        service = name;
        return this;
    }

    public ImageFixtures source(String path) {
        source = path;
        return this;
    }

    public ImageFixtures repository(String text) {
        repository = text;
        return this;
    }

    public ImageFixtures folder(String path) {
        folder = path;
        return this;
    }

    public ImageFixtures version(String text) {
        version = text;
        return this;
    }

    public ImageFixtures user(String text) {
        user = text;
        return this;
    }

    public ImageFixtures workingDirectory(String path) {
        workingDirectory = path;
        return this;
    }

    public ImageFixtures base(BaseImage image) {
        base = image;
        return this;
    }

    public ImageFixtures owners(Owners people) {
        owners = people;
        return this;
    }

    public ImageFixtures ports(Port... all) {
        ports = List.of(all);
        return this;
    }

    public ImageFixtures commands(List<List<String>> all) {
        commands = all;
        return this;
    }

    public ImageFixtures outputs(String... all) {
        outputs = List.of(all);
        return this;
    }

    public ImageFixtures layer(String from, String into) {
        layers = List.of(new LayerRule("classes", from, into));
        return this;
    }

    public ImageFixtures layers(LayerRule... all) {
        layers = List.of(all);
        return this;
    }

    public ImageFixtures entrypoint(String... words) {
        entrypoint = List.of(words);
        return this;
    }

    public ImageFixtures variables(Map<String, String> all) {
        variables = all;
        return this;
    }

    public ImageFixtures labels(Map<String, String> all) {
        labels = all;
        return this;
    }

    public BuildRequest build() {
        return new BuildRequest(line(), serviceValue(), template(), Optional.empty(), folder);
    }

    public BuildPlan plan() {
        return BuildPlan.of(build());
    }

    /** The template of the request. */
    public ImageTemplate template() {
        return new ImageTemplate(
                Name.of("java-service"),
                version,
                base,
                commands,
                Duration.ofMinutes(2),
                outputs,
                layers,
                user,
                workingDirectory,
                entrypoint,
                new TreeMap<>(variables),
                new TreeMap<>(labels),
                "/health");
    }

    /** The product line of the request, with its one service. */
    public ProductLine line() {
        SortedMap<Name, Service> services = new TreeMap<>(Map.of(Name.of(service), serviceValue()));
        return new ProductLine(Name.of("shop"), "Small Shop", repository, List.of(), owners, services);
    }

    private Service serviceValue() {
        return new Service(
                Name.of(service),
                service,
                Optional.empty(),
                source,
                List.of(),
                Name.of("java-service"),
                ports,
                new TreeSet<>(),
                owners);
    }
}
