package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.SortedSet;

/**
 * A kind of the catalog: which branch may be delivered to which environments, and where it must be merged back.
 *
 * @param rules in order; the first whose pattern matches a branch counts
 */
public record BranchFlow(Name name, Name line, List<Rule> rules) {
    public BranchFlow {
        rules = List.copyOf(rules);
    }

    /**
     * What holds for the branches of a pattern.
     *
     * @param branches a branch name in which {@code *} stands for any characters
     * @param mergeBack branches that must have got its commits before the next release
     */
    public record Rule(String branches, SortedSet<Name> environments, List<String> mergeBack) {
        public Rule {
            mergeBack = List.copyOf(mergeBack);
        }
    }
}
