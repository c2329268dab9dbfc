package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOrder;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code release}. */
@Command(
        name = "release",
        description = {
            "Moves the requests of a service to a new version step by step; a judge compares it with the stable one.",
            "Ends with 0 when promoted, 1 when rolled back, 7 when paused. Killed or interrupted, the same command goes on."
        },
        footer = {
            "  service-delivery release orders --in production --catalog shop",
            "  service-delivery release orders --in production --catalog shop --pause --reason 'lunch'",
            "  service-delivery release orders --in production --catalog shop --resume",
            "  service-delivery release orders --in production --catalog shop --abort"
        })
final class ReleaseCommand extends Verb {
    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private Name service;

    @Option(names = "--in", paramLabel = "ENVIRONMENT", required = true, description = "The environment.")
    private Name environment;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "The release strategy (default: the only one of the catalog).")
    private Optional<Name> strategy;

    @Mixin
    private ImageChoice images;

    @ArgGroup(exclusive = true)
    private Steering steering;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept in the record.")
    private String reason;

    /** What can be asked of a release that is going on. */
    private static final class Steering {
        @Option(names = "--pause", description = "Keep the release that is going on at its weight.")
        private boolean pause;

        @Option(names = "--resume", description = "Let a paused release go on.")
        private boolean resume;

        @Option(names = "--abort", description = "Give all requests back to the stable version.")
        private boolean abort;
    }

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        ReleaseAnswer told = new ReleaseAnswer(service, workshop.clusterName());
        if (steering == null) {
            return release(workshop, told);
        }
        Environment where = workshop.catalog().environment(workshop.line().name(), environment);
        String by = workshop.user();
        if (steering.pause) {
            return paused(workshop.steerRelease().pause(where, service, by, reason));
        }
        return steering.resume
                ? told.of(workshop.steerRelease().resume(where, service, by, reason, workshop.progress()))
                : told.ofWantedRollback(
                        workshop.rollbackRelease().rollback(where, service, by, reason, workshop.progress()));
    }

    private Answer release(Workshop workshop, ReleaseAnswer told) throws InterruptedException {
        Name where = workshop.catalog()
                .environment(workshop.line().name(), environment)
                .name();
        Name how = workshop.line().strategy(strategy).name();
        ReleaseOrder order = new ReleaseOrder(
                workshop.catalog(), workshop.line().name(), where, images.of(workshop, service), how, workshop.user());
        ReleaseOutcome outcome = workshop.grayRelease()
                .release(order, plan -> told.plan(plan).forEach(console()::message), workshop.progress());
        return told.of(outcome);
    }

    private static Answer paused(Record<?, ?> record) {
        return Answer.done(
                List.of("Asked " + record.key() + " to pause; it does so at its next step."),
                Json.object("record", record.key().value(), "asked", "pause"));
    }
}
