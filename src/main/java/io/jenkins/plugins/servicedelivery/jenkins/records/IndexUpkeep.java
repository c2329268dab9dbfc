package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets the index follow jobs that are given another name, and forget those that are deleted. */
@Extension
public final class IndexUpkeep extends ItemListener {
    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        change(oldFullName, build -> Optional.of(new BuildRef(newFullName, build.number())));
    }

    @Override
    public void onDeleted(Item item) {
        change(item.getFullName(), build -> Optional.empty());
    }

    private static void change(String job, Function<BuildRef, Optional<BuildRef>> change) {
        DeliveryIndex.get().changeAll(line -> {
            List<IndexEntry> changed = line.entries().stream()
                    .filter(entry -> entry.build()
                            .filter(build -> build.job().equals(job))
                            .isPresent())
                    .map(entry -> entry.by(entry.build().flatMap(change)))
                    .toList();
            return changed.isEmpty() ? line : line.with(changed);
        });
    }
}
