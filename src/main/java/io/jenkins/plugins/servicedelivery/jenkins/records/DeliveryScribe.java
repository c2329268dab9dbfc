package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes down what the ticks of operations came to: in the index, and in the story beside the build that drives it. */
@Extension
public final class DeliveryScribe implements DeliveryListener {
    private static final Logger LOGGER = Logger.getLogger(DeliveryScribe.class.getName());

    /** Two steps of one build may begin at the same time. */
    private final Object remembering = new Object();

    @Override
    public void onEvent(DeliveryEvent event) {
        if (!event.isNews()) {
            return;
        }
        Record<?, ?> record = event.progress().record();
        OperationRef ref = new OperationRef(event.cluster().name(), record.key());
        Optional<BuildRef> build = event.run().map(BuildRef::of);
        event.run().ifPresent(run -> remember(run, ref, record.kind()));
        DeliveryIndex.get().note(event.cluster(), record, build, verdict(event.progress()));
        Stories.get().refresh(event.cluster(), ref, build);
    }

    private void remember(Run<?, ?> run, OperationRef ref, String kind) {
        synchronized (remembering) {
            DeliveryAction action = run.getAction(DeliveryAction.class);
            if (action != null && action.has(ref)) {
                return;
            }
            if (action == null) {
                action = new DeliveryAction();
                run.addAction(action);
            }
            action.add(ref, kind);
            try {
                run.save();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> run + " could not be saved; its page may forget " + ref);
            }
        }
    }

    private static Optional<String> verdict(Progress<?, ?> progress) {
        return progress instanceof Progress.Moved<?, ?> moved
                ? JudgeWords.parse(progress.record().updated(), moved.why()).map(Story.Verdict::text)
                : Optional.empty();
    }
}
