package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuildRequest;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageBuilder;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The verb {@code buildServiceImage}: images of services by their templates. The image of inputs that were built before
 * is found by its content tag with one request and not built again.
 */
public final class BuildServiceImage {
    private final ServiceImageBuild build;
    private final int parallel;

    /** @param parallel how many services may be built at a time; services that share a source folder never are */
    public BuildServiceImage(
            ImageBuilder builder, Registry registry, CommandRunner commands, Timekeeper time, int parallel) {
        this.build = new ServiceImageBuild(builder, registry, commands, time);
        this.parallel = parallel;
    }

    /**
     * What would be built, in the order of the services' names; touches nothing.
     *
     * @param services of the line; empty means all
     * @param folder absolute path of the catalog's folder, which the sources are relative to
     * @throws InvalidInputException with the mistakes in the templates for all of these services
     */
    public static List<BuildPlan> plan(Catalog catalog, Name line, SortedSet<Name> services, String folder) {
        ProductLine productLine = catalog.line(line);
        Collection<Name> chosen = services.isEmpty() ? productLine.services().keySet() : services;
        List<BuildPlan> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Name name : chosen) {
            try {
                plans.add(BuildPlan.of(request(catalog, productLine, name, folder)));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("Planning the images of " + line, problems);
        }
        return plans;
    }

    /**
     * Builds what is planned, or finds it built. Repeating it after any failure is safe: an image is named by its tag
     * only when all of it is stored. The first failure stops the others and is thrown.
     *
     * @return one image per plan, in the order of the plans
     */
    public List<BuiltImage> build(List<BuildPlan> plans, Origin origin, BuildProgress progress)
            throws InterruptedException {
        Map<String, List<BuildPlan>> byFolder = new LinkedHashMap<>();
        plans.forEach(plan -> byFolder.computeIfAbsent(plan.sourceFolder(), folder -> new ArrayList<>())
                .add(plan));
        Map<Name, BuiltImage> images = new LinkedHashMap<>();
        List<ParallelWork.Task<List<BuiltImage>>> tasks = new ArrayList<>();
        byFolder.values().forEach(group -> tasks.add(() -> inTurn(group, origin, progress)));
        new ParallelWork(parallel)
                .run(tasks)
                .forEach(group -> group.forEach(image -> images.put(image.service(), image)));
        return plans.stream()
                .map(plan -> images.get(plan.request().service().name()))
                .toList();
    }

    private List<BuiltImage> inTurn(List<BuildPlan> plans, Origin origin, BuildProgress progress)
            throws InterruptedException {
        List<BuiltImage> images = new ArrayList<>();
        for (BuildPlan plan : plans) {
            images.add(build.run(plan, origin, progress));
        }
        return images;
    }

    private static BuildRequest request(Catalog catalog, ProductLine line, Name name, String folder) {
        var service = catalog.service(line.name(), name);
        return new BuildRequest(
                line, service, catalog.template(service.template()), catalog.configSet(line.name()), folder);
    }
}
