package io.jenkins.plugins.servicedelivery.jenkins.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import hudson.Extension;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the caretaker did of late, for people. The oldest entries go when there are too many. */
@Extension
public final class CaretakerLog {
    /** The most entries that are kept. */
    static final int MOST = 500;

    private static final Logger LOGGER = Logger.getLogger(CaretakerLog.class.getName());
    private static final int LONGEST_TEXT = 500;
    private static final int SCHEMA = 1;

    /** The oldest first. */
    private final Deque<Entry> entries = new ArrayDeque<>();

    private boolean loaded;

    /**
     * One thing that it did.
     *
     * @param time by the clock of this machine
     * @param duty why it looked after the operation, for example {@code due}
     */
    public record Entry(Instant time, String cluster, String key, String duty, String text) {}

    private record Kept(@JsonProperty("schema") int schema, @JsonProperty("entries") List<Entry> entries) {}

    /** The log of this controller. */
    public static CaretakerLog get() {
        return JenkinsFacade.singleton(CaretakerLog.class);
    }

    /** Everything that is still known, the newest first. */
    public synchronized List<Entry> entries() {
        load();
        List<Entry> newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    synchronized void add(OperationRef ref, String duty, String text) {
        load();
        entries.addLast(
                new Entry(Instant.now(), ref.cluster(), ref.key().value(), duty, Texts.shortened(text, LONGEST_TEXT)));
        while (entries.size() > MOST) {
            entries.removeFirst();
        }
        try {
            file().write(new Kept(SCHEMA, List.copyOf(entries)));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The log of the caretaker could not be kept in " + file());
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            file().read().map(Kept::entries).ifPresent(entries::addAll);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The log of the caretaker begins anew: " + file() + " cannot be read");
        }
    }

    private static JsonFile<Kept> file() {
        return new JsonFile<>(JenkinsFacade.ownFolder().resolve("caretaker.json"), Kept.class);
    }
}
