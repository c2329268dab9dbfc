package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a deployment says about the services of its environment. */
record EnvironmentNews(IndexNews news, EnvironmentPlan plan) {
    private static final int ALL = 100;

    IndexedLine after(IndexedLine before) {
        List<IndexEntry> changed = new ArrayList<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            for (ServiceChange change : plan.waves().get(wave).changes()) {
                changed.add(changed(known(before, change.service()), change, wave));
            }
        }
        for (Map.Entry<Name, String> kept : plan.kept().entrySet()) {
            changed.add(kept(known(before, kept.getKey()), kept.getValue()));
        }
        IndexedLine after = before.with(changed);
        return isPruned() ? withoutPruned(after) : after;
    }

    private IndexEntry changed(IndexEntry known, ServiceChange change, int wave) {
        RunningVersion target = RunningVersion.of(change.target().version());
        RunningVersion earlier = change.before().map(RunningVersion::of).orElse(RunningVersion.NONE);
        IndexEntry marked = news.mark(known).judged("");
        if (isThrough()) {
            return marked.running(target);
        }
        if (isBack() || target.equals(earlier)) {
            return marked.running(earlier);
        }
        return marked.running(earlier).candidate(target.name(), wave < switchedWaves() ? ALL : 0);
    }

    /** What stays as it is was last changed by somebody else; only what the index does not know yet is said of it. */
    private IndexEntry kept(IndexEntry known, String version) {
        boolean knownSince = known.state().updated().isAfter(news.record().created());
        return knownSince || known.running().name().equals(version)
                ? known
                : known.judged("").running(news.versions().apply(version)).in(inPlace());
    }

    private IndexEntry.State inPlace() {
        return new IndexEntry.State(
                StateCode.IN_PLACE, "in place", news.record().created());
    }

    private IndexedLine withoutPruned(IndexedLine after) {
        String environment = environment();
        Set<String> pruned =
                plan.pruned().stream().map(gone -> gone.service().value()).collect(Collectors.toSet());
        return after.without(entry -> entry.environment().equals(environment) && pruned.contains(entry.service()));
    }

    private IndexEntry known(IndexedLine before, Name service) {
        return before.entry(environment(), service.value());
    }

    private String environment() {
        return plan.owner().environment().value();
    }

    /** Whether every service that changes has its new version. */
    private boolean isThrough() {
        return !(state() instanceof EnvironmentState.Preparing
                || state() instanceof EnvironmentState.Starting
                || state() instanceof EnvironmentState.Switching
                || isBack());
    }

    private boolean isBack() {
        return state().isGoingBack() || state() instanceof EnvironmentState.Failed;
    }

    private boolean isPruned() {
        return state() instanceof EnvironmentState.Ready || state() instanceof EnvironmentState.Pruning;
    }

    private int switchedWaves() {
        return state() instanceof EnvironmentState.Reversible reversible ? reversible.switchedWaves() : 0;
    }

    private EnvironmentState state() {
        return (EnvironmentState) news.record().state();
    }
}
