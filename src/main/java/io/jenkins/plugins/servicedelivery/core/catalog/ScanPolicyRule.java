package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;

/** A scan policy belongs to a line that exists and accepts calls of its services. */
final class ScanPolicyRule implements Rule {
    @Override
    public void check(CatalogDraft draft, Report report) {
        Known lines = Known.lines(draft);
        for (Sited<ScanPolicy> policy : draft.scanPolicies()) {
            String who = "The scan policy \"" + policy.value().name() + "\"";
            lines.require(policy.value().line(), policy, DocumentPath.of("line"), who + " is of", report);
            draft.line(policy.value().line()).ifPresent(line -> accepted(policy, line, who, report));
        }
    }

    private static void accepted(Sited<ScanPolicy> policy, Sited<ProductLine> line, String who, Report report) {
        Known services = Known.services(line);
        // What is called may lie outside the line, but a name that is nearly a service's is a slip.
        Known called = new Known(services.code(), services.what(), services.names(), false);
        for (int i = 0; i < policy.value().accepted().size(); i++) {
            ScanPolicy.Accepted call = policy.value().accepted().get(i);
            DocumentPath path = DocumentPath.of("accept").item(i);
            services.require(call.caller(), policy, path.key("from"), who + " accepts a call of", report);
            called.require(call.called(), policy, path.key("to"), who + " accepts a call to", report);
        }
    }
}
