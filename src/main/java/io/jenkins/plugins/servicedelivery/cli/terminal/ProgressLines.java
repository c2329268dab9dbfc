package io.jenkins.plugins.servicedelivery.cli.terminal;

import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Shows how an operation goes: a line for each step that was taken, and, while it waits, what it waits for (in place on
 * a terminal, elsewhere once for each state).
 */
public final class ProgressLines implements ProgressListener {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Console console;
    private final Timekeeper time;
    private String lastPhrase = "";
    private String waitedIn = "";

    public ProgressLines(Console console, Timekeeper time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public void onProgress(Progress<?, ?> progress) {
        if (progress instanceof Progress.Moved<?, ?> moved) {
            moved(phrase(progress), moved.why());
        } else if (progress instanceof Progress.Enforced<?, ?> enforced) {
            say(phrase(progress) + ", putting in place: " + enforced.why());
        } else if (progress instanceof Progress.Hindered<?, ?> hindered) {
            say(phrase(progress) + ", hindered: " + hindered.failure().getMessage());
        } else if (progress instanceof Progress.Blocked) {
            wait(progress, "another process holds the claim");
        } else if (progress instanceof Progress.Waiting<?, ?> waiting) {
            wait(progress, waiting.why());
        }
    }

    /** A step that stays in its phrase, such as one more look of a judge, need not stay on a terminal. */
    private void moved(String phrase, String why) {
        if (console.isLive() && phrase.equals(lastPhrase)) {
            console.glimpse(CLOCK.format(time.now()) + "  " + phrase + ": " + why);
        } else {
            say(phrase + ": " + why);
        }
        lastPhrase = phrase;
    }

    private void wait(Progress<?, ?> progress, String why) {
        String phrase = phrase(progress);
        console.glimpse(CLOCK.format(time.now()) + "  " + phrase + ": " + why);
        if (!console.isLive() && !phrase.equals(waitedIn)) {
            say(phrase + ", waiting: " + why);
            waitedIn = phrase;
        }
    }

    private void say(String text) {
        console.message(clock() + "  " + text);
    }

    private String clock() {
        return console.paint(Style.FAINT, CLOCK.format(time.now()));
    }

    private static String phrase(Progress<?, ?> progress) {
        return progress.record().state().phrase();
    }
}
