package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.Story;

/** What operations are called where they are shown. */
final class Titles {
    private Titles() {}

    static String of(Story story) {
        return switch (story.head().kind()) {
            case "release" -> Messages.Titles_release(subject(story));
            case "environment" -> Messages.Titles_environment(subject(story));
            case "recycle" -> Messages.Titles_recycle(subject(story));
            default -> story.head().key();
        };
    }

    /** What it is about: the service of a release, the environment of everything else. */
    static String subject(Story story) {
        return story.course().steps().isEmpty()
                ? story.head().environment()
                : story.course().changes().get(0).service();
    }
}
