package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.Places;
import io.jenkins.plugins.servicedelivery.core.catalog.Sited;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of the catalog.
 *
 * @param name as documents write it
 * @param codec that reads its documents
 * @param home where what was read is kept
 */
record Kind<T>(String name, Codec<T> codec, Function<Drafts, List<Sited<T>>> home) {
    static final List<Kind<?>> ALL = List.of(
            new Kind<>("ProductLine", new ProductLineCodec(), Drafts::lines),
            new Kind<>("ImageTemplate", new ImageTemplateCodec(), Drafts::templates),
            new Kind<>("Environment", new EnvironmentCodec(), Drafts::environments),
            new Kind<>("ConfigSet", new ConfigSetCodec(), Drafts::configSets),
            new Kind<>("ReleaseStrategy", new ReleaseStrategyCodec(), Drafts::strategies),
            new Kind<>("ScanPolicy", new ScanPolicyCodec(), Drafts::scanPolicies),
            new Kind<>("BranchFlow", new BranchFlowCodec(), Drafts::branchFlows));

    static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }

    static Optional<Kind<?>> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Reads a document of this kind; the places are asked for once all of it has been read. */
    void read(Name document, Fields fields, Supplier<Places> places, Drafts drafts) {
        T value = codec.read(document, fields);
        home.apply(drafts).add(new Sited<>(value, places.get()));
    }
}
