package io.jenkins.plugins.servicedelivery.jenkins;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.adapter.registry.JibImageBuilder;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * A product line of two services for tests, in a folder. Its images need no compiler and say how the simulated cluster
 * lets them behave.
 */
public final class TeaLine {
    private static final String CATALOG =
            """
            apiVersion: service-delivery/v1
            kind: ProductLine
            name: tea
            repository: registry.local/tea
            owners: {main: [alice], backup: [bob]}
            services:
              orders: {template: text, ports: {http: 8080}, dependsOn: [payments]}
              payments: {template: text, ports: {http: 8080}}
            ---
            apiVersion: service-delivery/v1
            kind: ImageTemplate
            name: text
            version: 1.0
            base: {empty: true}
            layers:
              files: {from: files, into: /app}
            user: "65532"
            entrypoint: [cat, /app/version.txt]
            probe: /health
            ---
            apiVersion: service-delivery/v1
            kind: Environment
            name: test
            line: tea
            owner: bob
            ---
            apiVersion: service-delivery/v1
            kind: Environment
            name: production
            line: tea
            owner: alice
            production: true
            replicas: 2
            ---
            apiVersion: service-delivery/v1
            kind: ReleaseStrategy
            name: careful
            steps: [{weight: 10, hold: 20s}, {weight: 50, hold: 20s}]
            judge: {interval: 5s, warmUp: 2s, errorTolerance: 1%, minimumRequests: 20, patience: 5m}
            keep: 10m
            ---
            apiVersion: service-delivery/v1
            kind: ReleaseStrategy
            name: manual
            steps: [{weight: 10, hold: 10s, manual: true}]
            judge: {interval: 5s, warmUp: 2s, errorTolerance: 1%, minimumRequests: 20, patience: 5m}
            keep: 10m
            ---
            apiVersion: service-delivery/v1
            kind: ReleaseStrategy
            name: slow
            steps: [{weight: 10, hold: 2h}]
            judge: {interval: 1m, warmUp: 2s, errorTolerance: 1%, minimumRequests: 20, patience: 3h}
            keep: 10m
            """;

    private final Path folder;
    private final LayoutRegistry registry;

    private TeaLine(Path folder, LayoutRegistry registry) {
        this.folder = folder;
        this.registry = registry;
    }

    /** The line in this folder, which is filled; its images go into the registry. */
    public static TeaLine in(Path folder, LayoutRegistry registry) {
        TeaLine line = new TeaLine(folder, registry);
        line.write("tea.yaml", CATALOG);
        line.change("orders", "1", "");
        line.change("payments", "1", "");
        return line;
    }

    /** The text of its catalog. */
    public static String catalog() {
        return CATALOG;
    }

    /** The folder of the catalog. */
    public Path folder() {
        return folder;
    }

    /**
     * Changes a service.
     *
     * @param simulation lines of its {@code simulation.properties}, for example {@code errors=0.5}
     */
    public void change(String service, String version, String simulation) {
        write(service + "/files/version.txt", service + " " + version);
        write(service + "/simulation.properties", simulation);
    }

    /** Builds the image of a service as it is now and returns its reference, pinned by digest. */
    public String build(String service) throws InterruptedException {
        var plans = BuildServiceImage.plan(
                CatalogReader.read(folder),
                Name.of("tea"),
                new TreeSet<>(Set.of(Name.of(service))),
                folder.toAbsolutePath().toString());
        Path work = folder.resolveSibling(folder.getFileName() + "-work");
        return new BuildServiceImage(
                        new JibImageBuilder(registry, image -> registry, work),
                        registry,
                        new ProcessCommandRunner(),
                        new MachineTime(),
                        1)
                .build(plans, ImageRecord.Origin.UNKNOWN, BuildProgress.NONE)
                .get(0)
                .reference()
                .toString();
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
