package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import java.util.Optional;

/**
 * A product line as it is bound for one job.
 *
 * @param binding what the job may do with it
 * @param folder whose settings say so; empty where the global ones do
 */
public record BoundLine(ProductLineBinding binding, Optional<AbstractFolder<?>> folder) {
    /** Where the binding stands, in words. */
    public String place() {
        return folder.map(found -> "the settings of the folder " + found.getFullName())
                .orElse("the global settings");
    }

    /** In whose name the catalog is read: it never depends on the job, so no job can choose another credential. */
    Item owner() {
        return folder.<Item>map(found -> found).orElseGet(SettingsItem::new);
    }
}
