package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.scm.NullSCM;
import hudson.scm.SCM;
import hudson.scm.SCMDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jenkins.scm.api.SCMFileSystem;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Where the catalog of a product line is read from: an SCM whose one branch is the protected ref, and a folder in it. It
 * is read on the controller, without a checkout.
 */
public final class CatalogSource extends AbstractDescribableImpl<CatalogSource> {
    private static final String SEGMENT = "(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+";
    private static final Pattern FOLDER = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*/?");

    private final SCM scm;

    @CheckForNull
    private String folder;

    @DataBoundConstructor
    public CatalogSource(SCM scm) {
        this.scm = scm;
    }

    /** The SCM; its branch is the only one whose word counts. */
    public SCM getScm() {
        return scm;
    }

    /** The folder of the catalog in it, with forward slashes; null for the top. */
    @CheckForNull
    public String getFolder() {
        return folder;
    }

    @DataBoundSetter
    public void setFolder(@CheckForNull String folder) {
        String path = Util.fixEmptyAndTrim(folder);
        this.folder = path == null ? null : SettingRules.checked("folder", path, CatalogSource::whyNoFolder);
    }

    static Optional<String> whyNoFolder(String path) {
        return FOLDER.matcher(path).matches()
                ? Optional.empty()
                : Optional.of(Messages.CatalogSource_noFolder(Quoted.of(path)));
    }

    @Extension
    @Symbol("catalogSource")
    public static final class DescriptorImpl extends Descriptor<CatalogSource> {
        @Override
        public String getDisplayName() {
            return Messages.CatalogSource_displayName();
        }

        /** The kinds of SCM that can be read without a checkout, and the one that is set already. */
        public List<SCMDescriptor<?>> getScmDescriptors(@CheckForNull CatalogSource current) {
            return SCM.all().stream()
                    .filter(descriptor -> descriptor.clazz != NullSCM.class)
                    .filter(descriptor -> SCMFileSystem.supports(descriptor)
                            || current != null
                                    && current.getScm() != null
                                    && descriptor == current.getScm().getDescriptor())
                    .<SCMDescriptor<?>>map(descriptor -> descriptor)
                    .toList();
        }

        @POST
        public FormValidation doCheckFolder(@AncestorInPath @CheckForNull Item item, @QueryParameter String value) {
            SettingRules.checkMayConfigure(item);
            return value.isBlank()
                    ? FormValidation.ok()
                    : SettingRules.check(value, null, CatalogSource::whyNoFolder, List.of());
        }
    }
}
