package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate.LayerRule;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The layers of an image as Jib takes them: every file from its staged copy, owned by root, read by all, executable
 * where the source is, with one fixed time. A process in the container cannot change its own program.
 */
record ImageContents(List<FileEntriesLayer> layers) {
    private static final FilePermissions PLAIN = FilePermissions.fromOctalString("644");
    private static final FilePermissions EXECUTABLE = FilePermissions.fromOctalString("755");
    private static final Instant TIME = Instant.ofEpochSecond(1);
    private static final String OWNER = "0:0";

    static ImageContents of(BuildPlan plan, Staging staging) throws IOException, InterruptedException {
        SourceFolder folder = SourceFolder.of(plan);
        List<FileEntriesLayer> layers = new ArrayList<>();
        for (LayerRule rule : plan.recipe().layers()) {
            layers.add(layer(plan, rule, folder, staging));
        }
        return new ImageContents(List.copyOf(layers));
    }

    private static FileEntriesLayer layer(BuildPlan plan, LayerRule rule, SourceFolder folder, Staging staging)
            throws IOException, InterruptedException {
        Path from = folder.below(rule.from());
        SortedMap<String, Path> files = folder.files(from, path -> false);
        if (files.isEmpty()) {
            throw new FailedException(
                    "Packaging the image of " + plan.request().service().name(),
                    "layer " + rule.name() + " is empty, because " + from + " has no files",
                    "Check what the commands of template \"" + plan.recipe().name() + "\" make.");
        }
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(rule.name());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("packaging was interrupted");
            }
            layer.addEntry(entry(target(rule, from, file.getKey()), file.getValue(), staging));
        }
        return layer.build();
    }

    private static FileEntry entry(AbsoluteUnixPath target, Path file, Staging staging) throws IOException {
        FilePermissions permissions = SourceFolder.isExecutable(file) ? EXECUTABLE : PLAIN;
        return new FileEntry(staging.stage(file), target, permissions, TIME, OWNER);
    }

    /** A folder's files go below the place; a single file goes to the place, or below it where that ends with /. */
    private static AbsoluteUnixPath target(LayerRule rule, Path from, String relative) {
        boolean exactPlace = Files.isRegularFile(from) && !rule.into().endsWith("/");
        return AbsoluteUnixPath.get(exactPlace ? rule.into() : rule.into() + "/" + relative);
    }
}
