package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.delivery.Caretaker;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** The command {@code tend}. */
@Command(
        name = "tend",
        description = {
            "Does what is due when nobody drives an operation: removes old versions at the end of their keep window,",
            "carries out what was asked of settled releases, brings abandoned and aborted operations back.",
            "Run it from time to time, for example every five minutes. Ends with 6 where a duty could not be done."
        },
        footer = {"  service-delivery tend --catalog shop"})
final class TendCommand extends Verb {
    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        lookTwice(workshop);
        List<Caretaker.Done> done = workshop.caretaker().tend(workshop.progress());
        List<String> lines = done.isEmpty()
                ? List.of("Nothing is due.")
                : done.stream().map(TendCommand::line).toList();
        boolean failed = done.stream().anyMatch(duty -> duty.failure().isPresent());
        return new Answer(
                failed ? ExitCode.FAILED : ExitCode.DONE,
                lines,
                Json.object("duties", done.stream().map(TendCommand::document).toList()));
    }

    /**
     * That a claim is abandoned can only be told by having seen it unchanged for its whole term, so where an open
     * operation has not moved for as long as it may, the claims are looked at, and again a term later.
     */
    private static void lookTwice(Workshop workshop) throws InterruptedException {
        Timekeeper time = workshop.simulation().ports().time();
        Caretaker caretaker = workshop.caretaker();
        List<Record<?, ?>> suspects = workshop.status().operations().stream()
                .<Record<?, ?>>map(record -> record)
                .filter(caretaker::isSuspect)
                .toList();
        if (!suspects.isEmpty()) {
            suspects.forEach(caretaker::dutyFor);
            time.pause(ClusterControl.CLAIM_TERM.plusSeconds(1));
        }
    }

    private static String line(Caretaker.Done done) {
        return done.record().key() + ": " + word(done) + ", "
                + done.failure()
                        .map(Throwable::getMessage)
                        .orElse(done.record().state().phrase());
    }

    private static Map<String, Object> document(Caretaker.Done done) {
        return Json.object(
                "record", done.record().key().value(),
                "duty", word(done),
                "state", done.record().state().phrase(),
                "failure", done.failure().map(Throwable::getMessage).orElse(null));
    }

    private static String word(Caretaker.Done done) {
        return done.duty().name().toLowerCase(Locale.ROOT);
    }
}
