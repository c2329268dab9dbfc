package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryIndex;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexedLine;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** On the page of a job: what its builds delivered last and still runs. It comes from the index, so no build is loaded. */
public final class JobDeliveries extends InvisibleAction {
    /** How many are shown; the root page has them all. */
    private static final int MOST = 20;

    private final Job<?, ?> job;

    private JobDeliveries(Job<?, ?> job) {
        this.job = job;
    }

    /** A service in an environment. */
    public record Row(String line, String environment, String service, boolean simulated, Cell cell) {}

    /** What is shown. */
    public List<Row> getRows() {
        Readers readers = new Readers();
        return lines().stream()
                .flatMap(line -> line.entries().stream()
                        .map(entry -> new Row(
                                line.line(),
                                entry.environment(),
                                entry.service(),
                                line.simulated(),
                                Cell.of(entry, readers))))
                .limit(MOST)
                .toList();
    }

    /** How many there are beyond those that are shown. */
    public int getOmitted() {
        int all = lines().stream().mapToInt(line -> line.entries().size()).sum();
        return Math.max(0, all - MOST);
    }

    private List<IndexedLine> lines() {
        return job.hasPermission(Item.READ) ? DeliveryIndex.get().linesOf(job.getFullName()) : List.of();
    }

    /** Gives jobs that delivered anything this. */
    @SuppressWarnings("rawtypes") // Job is raw in the signature of the extension point
    @Extension
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return JobDeliveries.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job target) {
            Job<?, ?> job = target;
            return DeliveryIndex.get().linesOf(job.getFullName()).isEmpty()
                    ? List.of()
                    : List.of(new JobDeliveries(job));
        }
    }
}
