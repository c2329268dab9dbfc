package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.ItemGroup;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks up what a job may do with a product line. The nearest folder above the job that binds the line has the word, as a
 * whole; the global settings come last. Nothing that a job, its workspace or its catalog says is asked.
 */
public final class Bindings {
    private Bindings() {}

    /**
     * How this product line is bound for a job.
     *
     * @throws FailedException where one place binds it twice
     */
    public static Optional<BoundLine> find(Item job, String line) {
        return nearest(
                job, binding -> binding.getLine().equals(line), "Looking up the product line " + Quoted.of(line));
    }

    /**
     * The only product line of the nearest place that binds any.
     *
     * @throws FailedException where that place binds several
     */
    public static Optional<BoundLine> only(Item job) {
        return nearest(job, binding -> true, "Choosing the product line");
    }

    /** What is set on this folder, or globally where it is null; inherited settings are not part of it. */
    static List<ProductLineBinding> setOn(@CheckForNull Item folder) {
        if (folder == null) {
            return ServiceDeliveryConfiguration.get().getProductLines();
        }
        return folder instanceof AbstractFolder<?> itself ? setOn(itself) : List.of();
    }

    /** How a line is bound by this folder itself, or globally where it is null. */
    static Optional<BoundLine> onItself(@CheckForNull Item folder, String line) {
        return setOn(folder).stream()
                .filter(binding -> line.equals(binding.getLine()))
                .findFirst()
                .map(binding -> new BoundLine(binding, Optional.ofNullable((AbstractFolder<?>) folder)));
    }

    private static Optional<BoundLine> nearest(Item job, Predicate<ProductLineBinding> wanted, String tried) {
        for (AbstractFolder<?> folder : foldersAbove(job)) {
            Optional<BoundLine> found = single(setOn(folder), wanted, Optional.of(folder), tried);
            if (found.isPresent()) {
                return found;
            }
        }
        return single(setOn((Item) null), wanted, Optional.empty(), tried);
    }

    private static Optional<BoundLine> single(
            List<ProductLineBinding> all,
            Predicate<ProductLineBinding> wanted,
            Optional<AbstractFolder<?>> folder,
            String tried) {
        List<BoundLine> found = all.stream()
                .filter(binding -> binding.getLine() != null)
                .filter(wanted)
                .map(binding -> new BoundLine(binding, folder))
                .toList();
        if (found.size() > 1) {
            String names = found.stream().map(each -> each.binding().getLine()).collect(Collectors.joining(", "));
            throw new FailedException(
                    tried,
                    found.get(0).place() + " bind several (" + names + ")",
                    "Name one with the argument \"line\", and see that each is bound once.");
        }
        return found.stream().findFirst();
    }

    private static List<ProductLineBinding> setOn(AbstractFolder<?> folder) {
        ServiceDeliveryFolderProperty property = folder.getProperties().get(ServiceDeliveryFolderProperty.class);
        return property == null ? List.of() : property.getProductLines();
    }

    private static List<AbstractFolder<?>> foldersAbove(Item job) {
        List<AbstractFolder<?>> folders = new ArrayList<>();
        ItemGroup<?> group = job.getParent();
        while (group instanceof Item item) {
            if (item instanceof AbstractFolder<?> folder) {
                folders.add(folder);
            }
            group = item.getParent();
        }
        return folders;
    }
}
