package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.Tab;
import jenkins.model.TransientActionFactory;

/** Gives builds that delivered anything the page that shows it. */
@SuppressWarnings("rawtypes") // Run is raw in the signature of the extension point
@Extension
public final class DeliveryTabFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return Tab.class;
    }

    @Override
    public Collection<? extends Tab> createFor(Run target) {
        Run<?, ?> run = target;
        DeliveryAction action = run.getAction(DeliveryAction.class);
        return action == null ? List.of() : List.of(new DeliveryTab(run, action));
    }
}
