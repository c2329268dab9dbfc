package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogDraft;
import io.jenkins.plugins.servicedelivery.core.catalog.Sited;
import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import java.util.ArrayList;
import java.util.List;

/** Collects what documents say while a catalog is read. */
record Drafts(
        List<Sited<ProductLine>> lines,
        List<Sited<ImageTemplate>> templates,
        List<Sited<Environment>> environments,
        List<Sited<ConfigSet>> configSets,
        List<Sited<ReleaseStrategy>> strategies,
        List<Sited<ScanPolicy>> scanPolicies,
        List<Sited<BranchFlow>> branchFlows) {
    static Drafts empty() {
        return new Drafts(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    CatalogDraft toDraft(boolean complete) {
        return new CatalogDraft(
                lines, templates, environments, configSets, strategies, scanPolicies, branchFlows, complete);
    }
}
