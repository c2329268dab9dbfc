package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.servicedelivery.jenkins.records.BuildRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexEntry;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * What of the index the one who asks may see: what a job delivered, whoever may read the job; what no job delivered that
 * is still there, whoever may look at the system. For one request, because it remembers.
 */
final class Readers {
    private final boolean mayLookAtTheSystem = JenkinsFacade.hasPermission(Jenkins.SYSTEM_READ);
    private final Map<String, Access> jobs = new HashMap<>();

    private record Access(boolean granted, Optional<Job<?, ?>> job) {}

    boolean mayRead(IndexEntry entry) {
        return entry.build().map(build -> access(build.job()).granted()).orElse(mayLookAtTheSystem);
    }

    /** Where the page of a build is, below the root of Jenkins; empty where the build is gone or not to be seen. */
    Optional<String> page(BuildRef build) {
        return access(build.job())
                .job()
                .filter(job -> Files.isDirectory(job.getBuildDir().toPath().resolve(Integer.toString(build.number()))))
                .map(job -> job.getUrl() + build.number() + "/" + DeliveryTab.URL + "/");
    }

    private Access access(String job) {
        return jobs.computeIfAbsent(job, this::look);
    }

    private Access look(String name) {
        Optional<Item> item;
        try (ACLContext as = ACL.as2(ACL.SYSTEM2)) {
            item = JenkinsFacade.item(name);
        }
        if (item.isEmpty()) {
            return new Access(mayLookAtTheSystem, Optional.empty());
        }
        boolean granted = isReadable(item.get());
        return new Access(
                granted, granted && item.get() instanceof Job<?, ?> job ? Optional.of(job) : Optional.empty());
    }

    private static boolean isReadable(Item item) {
        if (!item.hasPermission(Item.READ)) {
            return false;
        }
        ItemGroup<?> parent = item.getParent();
        return !(parent instanceof Item folder) || isReadable(folder);
    }
}
