package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code rollback}. */
@Command(
        name = "rollback",
        description = {
            "Gives all requests of a service back to the version before its last release, image and configuration.",
            "Works during the release, and after promotion for as long as the old version is kept."
        },
        footer = {"  service-delivery rollback orders --in production --catalog shop --reason 'wrong prices'"})
final class RollbackCommand extends Verb {
    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private Name service;

    @Option(names = "--in", paramLabel = "ENVIRONMENT", required = true, description = "The environment.")
    private Name environment;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; it is kept in the record.")
    private String reason;

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        Environment where = workshop.catalog().environment(workshop.line().name(), environment);
        return new ReleaseAnswer(service, workshop.clusterName())
                .ofWantedRollback(workshop.rollbackRelease()
                        .rollback(where, service, workshop.user(), reason, workshop.progress()));
    }
}
