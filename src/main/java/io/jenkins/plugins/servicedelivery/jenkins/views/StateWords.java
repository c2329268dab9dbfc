package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.IndexEntry;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import io.jenkins.plugins.servicedelivery.jenkins.views.Status.Tone;
import java.util.MissingResourceException;
import java.util.Set;
import org.jvnet.localizer.ResourceBundleHolder;

/** Says states of operations in the reader's language. One that this version does not know is said in the record's words. */
final class StateWords {
    private static final ResourceBundleHolder WORDS = ResourceBundleHolder.get(Messages.class);

    private static final Set<String> PROMOTED =
            Set.of("release.Keeping", "release.Retiring", "release.Removing", "release.Completed");

    private static final Set<String> GOING_BACK = Set.of(
            "release.RollingBack",
            "release.CleaningUp",
            "release.Discarding",
            "environment.Returning",
            "environment.Withdrawing");

    private StateWords() {}

    /** The state of a story. */
    static Status status(Story.Moment moment) {
        String text = words(
                moment.code(),
                moment.phrase(),
                moment.weight(),
                moment.wave() + 1,
                moment.until().map(Times::print).orElse(""));
        boolean remark =
                moment.code().equals("environment.Ready") && !moment.reason().isEmpty();
        return remark ? Status.of(Tone.WARNING, "alert-circle-outline", text) : look(moment.code(), text);
    }

    /** The state of an entry of the index, in fewer words. */
    static Status status(IndexEntry entry) {
        String code = entry.state().code();
        int weight = entry.candidate().map(IndexEntry.Candidate::weight).orElse(0);
        return look(code, words("Short." + code, code, entry.state().phrase(), weight));
    }

    private static Status look(String code, String text) {
        if (PROMOTED.contains(code)) {
            return Status.of(Tone.SUCCESS, "checkmark-circle-outline", text);
        }
        if (GOING_BACK.contains(code)) {
            return Status.of(Tone.WARNING, "arrow-undo-circle-outline", text);
        }
        return switch (code) {
            case "environment.Ready", "environment.InPlace" ->
                Status.of(Tone.SUCCESS, "checkmark-circle-outline", text);
            case "release.RolledBack" -> Status.of(Tone.ERROR, "arrow-undo-circle-outline", text);
            case "release.Paused" -> Status.of(Tone.WARNING, "pause-circle-outline", text);
            case "environment.Failed", "recycle.Refused" -> Status.of(Tone.ERROR, "close-circle-outline", text);
            case "recycle.Recycled" -> Status.of(Tone.NEUTRAL, "checkmark-circle-outline", text);
            default -> Status.of(Tone.GOING_ON, "play-circle-outline", text);
        };
    }

    private static String words(String key, String otherKey, String phrase, int weight) {
        try {
            return WORDS.format(key, weight);
        } catch (MissingResourceException e) {
            return words(otherKey, phrase, weight, "", "");
        }
    }

    private static String words(String key, String phrase, Object... arguments) {
        try {
            return WORDS.format("State." + key, arguments);
        } catch (MissingResourceException e) {
            return phrase;
        }
    }
}
