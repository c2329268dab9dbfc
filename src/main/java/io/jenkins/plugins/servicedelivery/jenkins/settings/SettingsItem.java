package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.model.AbstractItem;
import hudson.model.Job;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.Collection;
import java.util.List;

/**
 * Stands for the global settings where Jenkins wants to know the item for which a credential is looked up or used. It is
 * an item in nobody's list: with it, what the global settings reach never depends on the credentials of a folder.
 */
final class SettingsItem extends AbstractItem {
    SettingsItem() {
        super(JenkinsFacade.root(), "Service Delivery");
    }

    @Override
    public Collection<? extends Job<?, ?>> getAllJobs() {
        return List.of();
    }
}
