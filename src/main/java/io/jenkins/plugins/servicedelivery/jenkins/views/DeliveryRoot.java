package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.Extension;
import hudson.model.Api;
import hudson.model.Failure;
import hudson.model.RootAction;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryIndex;
import io.jenkins.plugins.servicedelivery.jenkins.records.Rebuilt;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** What runs where, for everybody who may read the jobs that delivered it. */
@ExportedBean
@Extension
public final class DeliveryRoot implements RootAction {
    /** What it is called in addresses. */
    static final String URL = "service-delivery";

    @Override
    public String getIconFileName() {
        return DeliveryTab.ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliveryRoot_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** What the present request asks to see. */
    public Matrix getMatrix() {
        return Matrix.of(MatrixQuery.ofRequest(), new Readers());
    }

    /** Everything that the reader may see, for programs; of one product line where the request names one. */
    @Exported(visibility = 2)
    public List<ExportedEntry> getEntries() {
        return ExportedEntry.all(MatrixQuery.ofRequest().line(), new Readers());
    }

    /** What the caretaker did of late. */
    public CaretakerPage getCaretaker() {
        return new CaretakerPage();
    }

    /** Whether the reader may see what the caretaker did. */
    public boolean isCaretakerVisible() {
        return JenkinsFacade.hasPermission(Jenkins.SYSTEM_READ);
    }

    /** Whether the reader may have the index made anew. */
    public boolean isRebuildable() {
        return JenkinsFacade.hasPermission(Jenkins.ADMINISTER);
    }

    /** Makes the index anew from the records of the clusters. */
    @RequirePOST
    public HttpResponse doRebuild() {
        JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
        Rebuilt rebuilt = DeliveryIndex.get().rebuild();
        if (!rebuilt.failures().isEmpty()) {
            throw new Failure(
                    Messages.DeliveryRoot_rebuildFailed(rebuilt.entries(), String.join("\n", rebuilt.failures())));
        }
        return HttpResponses.redirectViaContextPath(URL + "/");
    }
}
