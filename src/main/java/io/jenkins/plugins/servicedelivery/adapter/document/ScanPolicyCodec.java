package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy.Accepted;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;

/** Reads scan policies. */
final class ScanPolicyCodec implements Codec<ScanPolicy> {
    @Override
    public ScanPolicy read(Name name, Fields fields) {
        return new ScanPolicy(
                name,
                fields.need("line", Scalars::name, Fields.UNREAD),
                fields.take("undeclared", item -> Scalars.choice(item, Severity.class), Defaults.UNDECLARED),
                fields.take("unused", item -> Scalars.choice(item, Severity.class), Defaults.UNUSED),
                fields.take("accept", item -> item.list(call -> call.fields(ScanPolicyCodec::accepted)), List.of()));
    }

    private static Accepted accepted(Fields fields) {
        return new Accepted(
                fields.need("from", Scalars::name, Fields.UNREAD),
                fields.need("to", Scalars::name, Fields.UNREAD),
                fields.need("because", Scalars::something, ""));
    }
}
