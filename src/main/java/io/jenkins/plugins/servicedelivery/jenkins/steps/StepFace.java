package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.support.actions.PauseAction;

/** How a step shows itself in graphs. What cannot be shown, because the Pipeline has ended under the step, is left out. */
final class StepFace {
    private static final Logger LOGGER = Logger.getLogger(StepFace.class.getName());

    /** What still fits where graphs show the name of a step. */
    private static final int LABEL = 80;

    private final StepContext context;
    private volatile String phrase = "about to begin";

    /** Null until it is shown for the first time: a step that was loaded again may have shown a pause before. */
    @CheckForNull
    private Boolean paused;

    StepFace(StepContext context) {
        this.context = context;
    }

    /** How far the step is, in a few words. */
    String phrase() {
        return phrase;
    }

    /** Shows this as the name of the step. */
    void label(String text) {
        String words = Quoted.printable(text);
        if (!words.equals(phrase)) {
            phrase = words;
            onNode(node -> node.addOrReplaceAction(new LabelAction(shortened(words))));
        }
    }

    /** Shows whether a person is waited for. */
    void pausing(boolean now) {
        if (paused == null || paused != now) {
            paused = now;
            showPause(now);
        }
    }

    /** Shows that something is not well, on the stage and on the build. */
    void unstable(String reason) {
        onNode(node -> {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(reason));
            Run<?, ?> run = context.get(Run.class);
            if (run != null) {
                run.setResult(Result.UNSTABLE);
            }
        });
    }

    private void showPause(boolean now) {
        onNode(node -> {
            boolean shown = PauseAction.isPaused(node);
            if (now && !shown) {
                node.addAction(new PauseAction("Service Delivery"));
            } else if (!now && shown) {
                PauseAction.endCurrentPause(node);
            }
        });
    }

    private void onNode(Change change) {
        try {
            FlowNode node = context.get(FlowNode.class);
            if (node != null && node.isActive()) {
                change.on(node);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "a step could not be shown as it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String shortened(String words) {
        return words.length() <= LABEL ? words : words.substring(0, LABEL - 1) + "…";
    }

    private interface Change {
        void on(FlowNode node) throws IOException, InterruptedException;
    }
}
