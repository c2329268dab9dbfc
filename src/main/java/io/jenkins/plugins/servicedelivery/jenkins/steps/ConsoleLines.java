package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows in the console how an operation goes: a line for each step that was taken, and, while it stays where it is, what
 * it waits for, never more often than people can read. Jenkins puts the times in front of lines where somebody wants
 * them.
 */
final class ConsoleLines implements ProgressListener {
    private static final Duration BREATH = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Consumer<String> label;
    private final String subject;
    private final Timekeeper time;
    private String place = "";
    private String last = "";

    @CheckForNull
    private Duration lastAt;

    /** @param subject what the operation is about, for the step's name in graphs, for example {@code orders} */
    ConsoleLines(PrintStream out, DurableStepExecution.Voice voice, String subject) {
        this(out, voice::label, subject, new MachineTime());
    }

    ConsoleLines(PrintStream out, Consumer<String> label, String subject, Timekeeper time) {
        this.out = out;
        this.label = label;
        this.subject = subject;
        this.time = time;
    }

    @Override
    public void onProgress(Progress<?, ?> progress) {
        String phrase = progress.record().state().phrase();
        if (progress instanceof Progress.Moved<?, ?> moved) {
            moved(phrase, phrase + ": " + moved.why());
        } else if (progress instanceof Progress.Enforced<?, ?> enforced) {
            murmur(phrase + ", putting in place: " + enforced.why());
        } else if (progress instanceof Progress.Hindered<?, ?> hindered) {
            murmur(phrase + ", hindered: " + hindered.failure().getMessage());
        } else if (progress instanceof Progress.Blocked) {
            murmur(phrase + ", waiting: another holder has the claim");
        }
    }

    /** Phrases and reasons hold words of clusters, catalogs and people, so whatever they say stays on its line. */
    void say(String line) {
        last = line;
        lastAt = time.elapsed();
        out.println("  " + Quoted.printable(line));
    }

    void say(List<String> lines) {
        lines.forEach(this::say);
    }

    /** A judge that looks again and again leaves the operation where it is. */
    private void moved(String phrase, String line) {
        if (phrase.equals(place)) {
            murmur(line);
        } else {
            place = phrase;
            label.accept(subject + ": " + phrase);
            say(line);
        }
    }

    private void murmur(String line) {
        boolean soon = lastAt != null && time.elapsed().minus(lastAt).compareTo(BREATH) < 0;
        if (!line.equals(last) && !soon) {
            say(line);
        }
    }
}
