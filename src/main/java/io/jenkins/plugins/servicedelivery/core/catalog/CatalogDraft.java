package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that was read, each with its places, before it is checked as a whole: names may still be there twice and
 * references may lead nowhere.
 *
 * @param complete whether every document could be read, so that what is not here is not there
 */
public record CatalogDraft(
        List<Sited<ProductLine>> lines,
        List<Sited<ImageTemplate>> templates,
        List<Sited<Environment>> environments,
        List<Sited<ConfigSet>> configSets,
        List<Sited<ReleaseStrategy>> strategies,
        List<Sited<ScanPolicy>> scanPolicies,
        List<Sited<BranchFlow>> branchFlows,
        boolean complete) {
    public CatalogDraft {
        lines = List.copyOf(lines);
        templates = List.copyOf(templates);
        environments = List.copyOf(environments);
        configSets = List.copyOf(configSets);
        strategies = List.copyOf(strategies);
        scanPolicies = List.copyOf(scanPolicies);
        branchFlows = List.copyOf(branchFlows);
    }

    /** The first product line of this name. */
    Optional<Sited<ProductLine>> line(Name name) {
        return lines.stream().filter(line -> line.value().name().equals(name)).findFirst();
    }

    /** The first image template of this name. */
    Optional<ImageTemplate> template(Name name) {
        return templates.stream()
                .map(Sited::value)
                .filter(template -> template.name().equals(name))
                .findFirst();
    }

    /** The environments of a product line. */
    List<Sited<Environment>> environmentsOf(Name line) {
        return environments.stream()
                .filter(environment -> environment.value().line().equals(line))
                .toList();
    }

    /** The catalog that this is, if no check has anything against it. */
    Catalog toCatalog() {
        return new Catalog(
                byName(lines, ProductLine::name),
                byName(templates, ImageTemplate::name),
                values(environments),
                values(configSets),
                byName(strategies, ReleaseStrategy::name),
                values(scanPolicies),
                values(branchFlows));
    }

    private static <T> List<T> values(List<Sited<T>> sited) {
        return sited.stream().map(Sited::value).toList();
    }

    private static <T> SortedMap<Name, T> byName(List<Sited<T>> sited, Function<T, Name> name) {
        SortedMap<Name, T> byName = new TreeMap<>();
        values(sited).forEach(value -> byName.putIfAbsent(name.apply(value), value));
        return byName;
    }
}
