package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.util.List;

/**
 * What becomes of one service.
 *
 * @param wave counted from 1
 * @param from the version that it had; empty where it had none
 * @param imageBrief the beginning of the image's digest
 * @param configurationBrief the beginning of the configuration revision
 */
public record ChangeView(
        int wave,
        String service,
        String from,
        String to,
        String image,
        String imageBrief,
        String configuration,
        String configurationBrief) {
    static List<ChangeView> of(Story story) {
        return story.course().changes().stream().map(ChangeView::of).toList();
    }

    private static ChangeView of(Story.Change change) {
        return new ChangeView(
                change.wave() + 1,
                change.service(),
                change.from(),
                change.to(),
                change.image(),
                Digests.brief(change.image()),
                change.configuration(),
                Digests.brief(change.configuration()));
    }
}
