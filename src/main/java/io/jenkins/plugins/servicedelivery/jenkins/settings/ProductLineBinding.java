package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What the jobs below a folder, or all jobs, may do with a product line: where its catalog is read from, on which cluster
 * each of its environments lies, and into which registry its images go. A catalog from anywhere else can never widen that.
 */
public final class ProductLineBinding extends AbstractDescribableImpl<ProductLineBinding> {
    private final String line;
    private final CatalogSource catalog;
    private List<EnvironmentBinding> environments = new ArrayList<>();

    @CheckForNull
    private String registry;

    @DataBoundConstructor
    public ProductLineBinding(String line, CatalogSource catalog) {
        this.line = SettingRules.checked("line", line, SettingRules::whyNoName);
        this.catalog = catalog;
    }

    /** The name of the product line. */
    public String getLine() {
        return line;
    }

    public CatalogSource getCatalog() {
        return catalog;
    }

    public List<EnvironmentBinding> getEnvironments() {
        return Util.fixNull(environments);
    }

    @DataBoundSetter
    public void setEnvironments(List<EnvironmentBinding> environments) {
        this.environments = new ArrayList<>(
                SettingRules.distinct("environments", environments, EnvironmentBinding::getEnvironment));
    }

    /** The host of the registry that images go to; null for the one that the catalog names. */
    @CheckForNull
    public String getRegistry() {
        return registry;
    }

    @DataBoundSetter
    public void setRegistry(@CheckForNull String registry) {
        String host = Util.fixEmptyAndTrim(registry);
        this.registry = host == null ? null : SettingRules.checked("registry", host, SettingRules::whyNoHost);
    }

    /** On which cluster this environment lies; empty where the binding does not have it. */
    public Optional<String> clusterOf(String environment) {
        return getEnvironments().stream()
                .filter(binding -> environment.equals(binding.getEnvironment()))
                .map(EnvironmentBinding::getCluster)
                .findFirst();
    }

    @Extension
    @Symbol("productLine")
    public static final class DescriptorImpl extends Descriptor<ProductLineBinding> {
        @Override
        public String getDisplayName() {
            return Messages.ProductLineBinding_displayName();
        }

        @POST
        public FormValidation doCheckLine(
                @AncestorInPath @CheckForNull Item item,
                @QueryParameter String value,
                @QueryParameter String savedLine) {
            SettingRules.checkMayConfigure(item);
            List<String> lines = Bindings.setOn(item).stream()
                    .map(ProductLineBinding::getLine)
                    .toList();
            return SettingRules.check(value, savedLine, SettingRules::whyNoName, lines);
        }

        @POST
        public FormValidation doCheckRegistry(@AncestorInPath @CheckForNull Item item, @QueryParameter String value) {
            SettingRules.checkMayConfigure(item);
            String host = value.trim();
            if (host.isEmpty()) {
                return FormValidation.ok();
            }
            Optional<String> wrong = SettingRules.whyNoHost(host);
            if (wrong.isPresent()) {
                return FormValidation.error(wrong.get());
            }
            return new Images().isBuiltIn(host)
                    ? FormValidation.warning(Messages.ProductLineBinding_builtInRegistry(Quoted.of(host)))
                    : FormValidation.ok();
        }

        /** Reads the catalog as it is saved: nobody can make Jenkins connect to what has not been saved with rights. */
        @POST
        public FormValidation doTestCatalog(@AncestorInPath @CheckForNull Item item, @QueryParameter String line)
                throws InterruptedException {
            SettingRules.checkMayConfigure(item);
            try {
                Optional<BoundLine> bound = Bindings.onItself(item, line.trim());
                return bound.isPresent()
                        ? CatalogReport.of(bound.get())
                        : FormValidation.warning(Messages.SettingRules_saveFirst());
            } catch (DeliveryException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
