package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow.Rule;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads branch flows. */
final class BranchFlowCodec implements Codec<BranchFlow> {
    @Override
    public BranchFlow read(Name name, Fields fields) {
        Name line = fields.need("line", Scalars::name, Fields.UNREAD);
        Map<String, Rule> rules = fields.need("branches", item -> item.entries(BranchFlowCodec::rule), Map.of());
        return new BranchFlow(name, line, List.copyOf(rules.values()));
    }

    private static Optional<Rule> rule(Item item) {
        return item.fields(fields -> new Rule(
                item.key(),
                fields.take("environments", Item::names, Collections.emptySortedSet()),
                fields.take("mergeBack", Item::texts, List.of())));
    }
}
