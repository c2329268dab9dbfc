package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records of a release that nobody has ever run, with one text of others in every place where there can be one. */
public final class PlantedRecords {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private final OperationRef ref;
    private final String text;

    private PlantedRecords(OperationRef ref, String text) {
        this.ref = ref;
        this.text = text;
    }

    /** Records of a release on this cluster. */
    public static PlantedRecords of(String cluster, String key, String text) {
        return new PlantedRecords(new OperationRef(cluster, new RecordKey(key)), text);
    }

    /** What the operation is called in addresses. */
    public String id() {
        return Stories.id(ref);
    }

    /** The build has driven it, the index knows of it, and the caretaker has looked after it. */
    public void plant(Run<?, ?> run) throws IOException {
        DeliveryAction action = new DeliveryAction();
        action.add(ref, "release");
        run.addAction(action);
        run.save();
        new JsonFile<>(run.getRootDir().toPath().resolve("service-delivery").resolve(id() + ".json"), Story.class)
                .write(story());
        DeliveryIndex.get().replace(ref.cluster(), List.of(line(BuildRef.of(run))));
        CaretakerLog.get().add(ref, text, text);
    }

    private Story story() {
        Story.Change change = new Story.Change(0, text, text, text, text, text);
        return new Story(
                Story.SCHEMA,
                new Story.Head(text, true, text, "release", text, text, text, THEN),
                new Story.Course(
                        List.of(change),
                        List.of(text),
                        List.of(text),
                        text,
                        List.of(new Story.Step(10, Duration.ofMinutes(1), true))),
                new Story.Moment(
                        THEN,
                        "release.Paused",
                        text,
                        text,
                        0,
                        10,
                        -1,
                        Optional.of(THEN),
                        false,
                        true,
                        false,
                        Set.of(Signal.Kind.PAUSE, Signal.Kind.RESUME, Signal.Kind.ROLLBACK),
                        ""),
                Optional.of(new Story.Verdict(
                        THEN,
                        text,
                        Optional.of(new Story.Count(1, 2, text)),
                        Optional.of(new Story.Count(1, 2, text)),
                        text)),
                Optional.of(new Story.Served(3, 2, 1)),
                List.of(new Story.Line(THEN, text, text), new Story.Line(THEN, "signal", text)),
                0);
    }

    private IndexedLine line(BuildRef build) {
        IndexEntry entry = new IndexEntry(
                text,
                text,
                new RunningVersion(text, text, text),
                new IndexEntry.State("of.Others", text, THEN),
                Optional.of(new IndexEntry.Candidate(text, 10)),
                text,
                Optional.of(build));
        return new IndexedLine(
                IndexedLine.SCHEMA,
                ref.cluster(),
                Texts.shortened(text.replaceAll("[/\\p{Cntrl}]", ""), 60),
                true,
                List.of(entry));
    }
}
