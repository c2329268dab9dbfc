package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryAction;
import io.jenkins.plugins.servicedelivery.jenkins.records.Stories;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.util.List;
import java.util.Optional;
import jenkins.model.details.Detail;
import jenkins.model.details.DetailFactory;

/** One short line about a build's delivery, where Jenkins shows details of builds: {@code orders: candidate at 25 %}. */
public final class DeliveryDetail extends Detail {
    private final String text;
    private final String link;

    private DeliveryDetail(Run<?, ?> run, Story story) {
        super(run);
        String phrase =
                Titles.subject(story) + ": " + StateWords.status(story.moment()).text();
        this.link = Addresses.of(run.getUrl() + DeliveryTab.URL + "/");
        this.text = story.head().simulated() ? Messages.DeliveryDetail_simulated(phrase) : phrase;
    }

    @Override
    public String getIconClassName() {
        return DeliveryTab.ICON;
    }

    @Override
    public String getDisplayName() {
        return text;
    }

    @Override
    public String getLink() {
        return link;
    }

    /** Makes the line from the last operation that a build began. */
    @SuppressWarnings("rawtypes") // Run is raw in the signature of the extension point
    @Extension
    public static final class Factory extends DetailFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @Override
        public List<? extends Detail> createFor(Run target) {
            Run<?, ?> run = target;
            return last(run)
                    .map(story -> List.of(new DeliveryDetail(run, story)))
                    .orElse(List.of());
        }

        private static Optional<Story> last(Run<?, ?> run) {
            DeliveryAction action = run.getAction(DeliveryAction.class);
            if (action == null || action.operations().isEmpty()) {
                return Optional.empty();
            }
            int last = action.operations().size() - 1;
            return Stories.get().read(run, action.operations().get(last).ref());
        }
    }
}
