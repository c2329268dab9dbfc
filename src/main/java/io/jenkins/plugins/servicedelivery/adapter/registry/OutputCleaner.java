package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes what earlier builds have left in a service's source folder. */
final class OutputCleaner {
    /** Deletes the recipe's outputs. A link is deleted and not followed; the source folder itself is refused. */
    void clean(BuildPlan plan) {
        SourceFolder folder = SourceFolder.of(plan);
        for (String output : plan.recipe().outputs()) {
            Path path = folder.root().resolve(output).normalize();
            refuseSources(plan, folder, path);
            try {
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    folder.below(folder.root().relativize(path.getParent()).toString());
                    delete(path);
                }
            } catch (IOException e) {
                throw FileFailure.of(tried(plan), e);
            }
        }
    }

    private static void refuseSources(BuildPlan plan, SourceFolder folder, Path path) {
        if (path.equals(folder.root()) || !path.startsWith(folder.root())) {
            throw new RefusedException(
                    tried(plan),
                    "the output " + path + " is the source folder itself or lies outside it",
                    "Name in build.outputs only what the commands make; it is deleted before each build.");
        }
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String tried(BuildPlan plan) {
        return "Deleting the outputs of " + plan.request().service().name();
    }
}
