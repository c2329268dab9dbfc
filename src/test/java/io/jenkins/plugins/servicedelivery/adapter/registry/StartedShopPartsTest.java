package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.http.TurnedTime;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuildRequest;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample shop on a real base, in a real registry, started as real containers. */
@Tag("parts")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StartedShopPartsTest {
    private static final Path SHOP = Path.of("src", "demo", "shop");
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> containers = new ArrayList<>();
    private final Map<String, Integer> ports = new TreeMap<>();

    @TempDir
    private Path folder;

    private DockerRegistry registry;

    @BeforeEach
    void start() throws Exception {
        Programs.assumePresent("docker-registry", "mmdebstrap", "podman", "runc");
        Programs.assumeRoot();
        registry = DockerRegistry.open(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (registry != null) {
            registry.close();
        }
        for (String container : containers) {
            podman("rm", "--force", "--time", "5", container);
        }
        removeStorage();
    }

    /** Podman leaves its storage mounted; and images hold links to places of the machine, which must not be followed. */
    private void removeStorage() throws InterruptedException {
        Path storage = folder.resolve("containers");
        Programs.run(folder, "sh", "-c", "umount --lazy \"$0/overlay\" 2>&1; rm -rf \"$0\"", storage.toString());
    }

    @Test
    void shouldStartEveryServiceAndAnswerItsProbe() throws Exception {
        for (BuiltImage image : build()) {
            ports.put(image.service().value(), Programs.freePort());
            podman("pull", "--quiet", "--tls-verify=false", image.reference().toString());
        }
        for (BuiltImage image : build()) {
            assertThat(image.reused()).isTrue();
            run(image);
        }

        for (String service : ports.keySet()) {
            await().atMost(60, TimeUnit.SECONDS).ignoreExceptions().untilAsserted(() -> assertThat(
                            ask("GET", service, "/health").statusCode())
                    .isEqualTo(200));
        }
        assertThat(ask("POST", "storefront", "/buy?product=cup&quantity=2").body())
                .contains("\"receipt\":\"Thank you! Your order is number 1.\"");
    }

    private List<BuiltImage> build() throws Exception {
        copyShop();
        Catalog catalog = CatalogReader.read(folder.resolve("shop"));
        DistributionRegistry target = registry.client(Optional.empty());
        JibImageBuilder builder = new JibImageBuilder(target, image -> target, folder.resolve("work"));
        List<BuildPlan> plans =
                BuildServiceImage.plan(
                                catalog,
                                Name.of("shop"),
                                new TreeSet<>(),
                                folder.resolve("shop").toString())
                        .stream()
                        .map(this::onTheBase)
                        .toList();
        return new BuildServiceImage(builder, target, new ProcessCommandRunner(), new TurnedTime(), 2)
                .build(plans, Origin.UNKNOWN, BuildProgress.NONE);
    }

    private BuildPlan onTheBase(BuildPlan plan) {
        BuildRequest request = plan.request();
        ProductLine line = request.line();
        return BuildPlan.of(new BuildRequest(
                new ProductLine(
                        line.name(),
                        line.title(),
                        registry.host() + "/shop",
                        line.layers(),
                        line.owners(),
                        line.services()),
                request.service(),
                onTheBase(request.template()),
                request.config(),
                request.folder()));
    }

    private static ImageTemplate onTheBase(ImageTemplate template) {
        try {
            return new ImageTemplate(
                    template.name(),
                    template.version(),
                    new BaseImage.InLayout(JreBase.layout().toString()),
                    template.commands(),
                    template.commandLimit(),
                    template.outputs(),
                    template.layers(),
                    template.user(),
                    template.workingDirectory(),
                    template.entrypoint(),
                    template.variables(),
                    template.labels(),
                    template.probePath());
        } catch (Exception e) {
            throw new IllegalStateException("the base image cannot be made", e);
        }
    }

    private void run(BuiltImage image) throws InterruptedException {
        String service = image.service().value();
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--detach",
                "--network",
                "host",
                "--ulimit",
                "nofile=1024:1024",
                "--ulimit",
                "nproc=1024:1024",
                "--env",
                "PORT=" + ports.get(service)));
        ports.forEach((name, port) ->
                words.addAll(List.of("--env", name.toUpperCase(Locale.ROOT) + "_URL=http://127.0.0.1:" + port)));
        words.add(image.reference().toString());
        String[] lines = podman(words.toArray(new String[0])).strip().split("\n");
        containers.add(lines[lines.length - 1]);
    }

    private String podman(String... words) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "podman",
                "--root",
                folder.resolve("containers").toString(),
                "--runroot",
                folder.resolve("running").toString(),
                "--storage-driver",
                "overlay",
                "--runtime",
                "runc",
                "--log-level",
                "error"));
        all.addAll(List.of(words));
        return Programs.run(folder, all.toArray(new String[0]));
    }

    private HttpResponse<String> ask(String method, String service, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + ports.get(service) + path);
        return http.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void copyShop() throws IOException {
        Path shop = folder.resolve("shop");
        if (Files.exists(shop)) {
            return;
        }
        try (Stream<Path> files = Files.walk(SHOP)) {
            for (Path file : files.toList()) {
                Files.copy(file, shop.resolve(SHOP.relativize(file).toString()));
            }
        }
    }
}
