package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import io.jenkins.plugins.servicedelivery.jenkins.views.Status.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One thing that happened to an operation. */
public record LineView(String at, Status kind, String text) {
    /** The newest first. */
    static List<LineView> of(Story story) {
        List<LineView> views = new ArrayList<>();
        story.lines().forEach(line -> views.add(new LineView(Times.print(line.at()), kind(line.kind()), line.text())));
        Collections.reverse(views);
        return views;
    }

    private static Status kind(String kind) {
        return switch (kind) {
            case "transition" -> Status.of(Tone.NEUTRAL, "arrow-forward-outline", Messages.LineView_transition());
            case "verdict" -> Status.of(Tone.NEUTRAL, "checkmark-circle-outline", Messages.LineView_verdict());
            case "signal" -> Status.of(Tone.NEUTRAL, "person-outline", Messages.LineView_signal());
            case "enforced" -> Status.of(Tone.WARNING, "construct-outline", Messages.LineView_enforced());
            case "failure" -> Status.of(Tone.ERROR, "alert-circle-outline", Messages.LineView_failure());
            default -> Status.of(Tone.NEUTRAL, "ellipse-outline", kind);
        };
    }
}
