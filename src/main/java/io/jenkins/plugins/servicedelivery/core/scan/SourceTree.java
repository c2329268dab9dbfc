package io.jenkins.plugins.servicedelivery.core.scan;

import java.util.List;

/**
 * What a source tree says.
 *
 * @param filesSeen how many files lie in the tree, as far as it was walked
 * @param filesRead how many of them were searched; the others are of kinds that no rule reads
 */
public record SourceTree(List<Mention> mentions, List<Gap> gaps, int filesSeen, int filesRead) {
    public SourceTree {
        mentions = mentions.stream().sorted().toList();
        gaps = List.copyOf(gaps);
    }

    /** Whether the folder was not there at all. */
    public boolean isMissing() {
        return gaps.stream().anyMatch(gap -> gap.kind() == Gap.Kind.MISSING);
    }
}
