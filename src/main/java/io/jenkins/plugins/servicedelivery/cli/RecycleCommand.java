package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code recycle}. */
@Command(
        name = "recycle",
        description = "Removes an environment with everything in it. A production environment is refused.",
        footer = {"  service-delivery recycle test --catalog shop"})
final class RecycleCommand extends Verb {
    @Parameters(paramLabel = "ENVIRONMENT", description = "The environment.")
    private Name environment;

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        Optional<Record<?, ?>> record = workshop.recycleEnvironment()
                .recycle(workshop.catalog(), workshop.line().name(), environment, workshop.user(), workshop.progress());
        boolean gone = record.isEmpty() || record.get().state() instanceof RecycleState.Recycled;
        String phrase = record.map(done -> done.state().phrase()).orElse("was not there; nothing was done");
        return new Answer(
                gone ? ExitCode.DONE : ExitCode.REFUSED,
                List.of(environment + " on the " + workshop.clusterName() + ": " + phrase + "."),
                Json.object(
                        "environment",
                        environment.value(),
                        "recycled",
                        gone,
                        "record",
                        record.map(done -> done.key().value()).orElse(null),
                        "state",
                        phrase,
                        "simulated",
                        true));
    }
}
