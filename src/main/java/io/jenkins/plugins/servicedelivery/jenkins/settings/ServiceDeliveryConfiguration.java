package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The settings for all of Jenkins. */
@Extension
@Symbol("serviceDelivery")
public final class ServiceDeliveryConfiguration extends GlobalConfiguration {
    /** The cluster that is there where nobody has set any. */
    public static final String BUILT_IN = "simulated";

    private static final String CLUSTERS = "clusters";
    private static final String REGISTRIES = "registries";
    private static final String PRODUCT_LINES = "productLines";

    /** One object for as long as the controller runs, so that it need not be compared. */
    private final transient ClusterSettings builtIn = new ClusterSettings(BUILT_IN, new SimulatedConnection());

    private List<ClusterSettings> clusters = new ArrayList<>();
    private List<RegistrySettings> registries = new ArrayList<>();
    private List<ProductLineBinding> productLines = new ArrayList<>();

    public ServiceDeliveryConfiguration() {
        load();
    }

    /** The settings of this controller. */
    public static ServiceDeliveryConfiguration get() {
        return JenkinsFacade.singleton(ServiceDeliveryConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.ServiceDeliveryConfiguration_displayName();
    }

    public List<ClusterSettings> getClusters() {
        return Util.fixNull(clusters);
    }

    @DataBoundSetter
    public void setClusters(@CheckForNull List<ClusterSettings> clusters) {
        this.clusters = checkedClusters(clusters);
        saved();
    }

    /** The clusters that are set, or the simulated one where none is. */
    public List<ClusterSettings> getEffectiveClusters() {
        return getClusters().isEmpty() ? List.of(builtIn) : List.copyOf(clusters);
    }

    public List<RegistrySettings> getRegistries() {
        return Util.fixNull(registries);
    }

    @DataBoundSetter
    public void setRegistries(@CheckForNull List<RegistrySettings> registries) {
        this.registries = checkedRegistries(registries);
        saved();
    }

    public List<ProductLineBinding> getProductLines() {
        return Util.fixNull(productLines);
    }

    @DataBoundSetter
    public void setProductLines(@CheckForNull List<ProductLineBinding> productLines) {
        this.productLines = checkedProductLines(productLines);
        saved();
    }

    /**
     * All of the form or nothing. Without this, a list whose last entry was removed would stay as it was, because the form
     * does not send it, and of a form with a mistake the lists before the mistake would be saved.
     */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) {
        List<ClusterSettings> newClusters =
                checkedClusters(request.bindJSONToList(ClusterSettings.class, form.get(CLUSTERS)));
        List<RegistrySettings> newRegistries =
                checkedRegistries(request.bindJSONToList(RegistrySettings.class, form.get(REGISTRIES)));
        List<ProductLineBinding> newProductLines =
                checkedProductLines(request.bindJSONToList(ProductLineBinding.class, form.get(PRODUCT_LINES)));
        clusters = newClusters;
        registries = newRegistries;
        productLines = newProductLines;
        saved();
        return true;
    }

    private void saved() {
        save();
        Clusters.get().closeChanged();
    }

    private static List<ClusterSettings> checkedClusters(@CheckForNull List<ClusterSettings> all) {
        return new ArrayList<>(SettingRules.distinct(CLUSTERS, all, ClusterSettings::getName));
    }

    private static List<RegistrySettings> checkedRegistries(@CheckForNull List<RegistrySettings> all) {
        return new ArrayList<>(SettingRules.distinct(REGISTRIES, all, RegistrySettings::getHost));
    }

    private static List<ProductLineBinding> checkedProductLines(@CheckForNull List<ProductLineBinding> all) {
        return new ArrayList<>(SettingRules.distinct(PRODUCT_LINES, all, ProductLineBinding::getLine));
    }
}
