package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor.FormException;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.StaplerRequest2;

/** The product lines of the jobs below a folder. */
public final class ServiceDeliveryFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private final List<ProductLineBinding> productLines;

    @DataBoundConstructor
    public ServiceDeliveryFolderProperty(@CheckForNull List<ProductLineBinding> productLines) {
        this.productLines =
                new ArrayList<>(SettingRules.distinct("productLines", productLines, ProductLineBinding::getLine));
    }

    public List<ProductLineBinding> getProductLines() {
        return Util.fixNull(productLines);
    }

    @Extension
    @Symbol("serviceDeliveryProductLines")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ServiceDeliveryFolderProperty_displayName();
        }

        /** A folder that binds nothing has no such property. */
        @Override
        @CheckForNull
        public AbstractFolderProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            ServiceDeliveryFolderProperty property = (ServiceDeliveryFolderProperty) super.newInstance(request, form);
            return property.getProductLines().isEmpty() ? null : property;
        }
    }
}
