package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** A branch flow belongs to a line that exists and leads to environments of it. */
final class BranchFlowRule implements Rule {
    @Override
    public void check(CatalogDraft draft, Report report) {
        Known lines = Known.lines(draft);
        for (Sited<BranchFlow> flow : draft.branchFlows()) {
            Name line = flow.value().line();
            String who = "The branch flow \"" + flow.value().name() + "\"";
            if (lines.require(line, flow, DocumentPath.of("line"), who + " is of", report)) {
                environments(flow, Known.environments(draft, line), who, report);
            }
        }
    }

    private static void environments(Sited<BranchFlow> flow, Known known, String who, Report report) {
        for (BranchFlow.Rule rule : flow.value().rules()) {
            DocumentPath path = DocumentPath.of("branches", rule.branches(), "environments");
            for (Name environment : rule.environments()) {
                known.require(environment, flow, path.key(environment.value()), who + " leads to", report);
            }
        }
    }
}
