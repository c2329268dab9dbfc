package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import jenkins.model.Tab;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the steps of a build delivered: a page, a row in the summary, a tab and a card where builds have those. */
@ExportedBean
public final class DeliveryTab extends Tab implements StaplerProxy {
    /** What it is called in addresses. */
    static final String URL = "service-delivery";

    static final String ICON = "symbol-rocket-outline plugin-ionicons-api";

    private final Run<?, ?> run;
    private final List<OperationPage> pages;

    DeliveryTab(Run<?, ?> run, DeliveryAction action) {
        super(run);
        this.run = run;
        this.pages = new ArrayList<>();
        action.operations().forEach(driven -> pages.add(new OperationPage(run, driven.ref(), driven.kind())));
        Collections.reverse(pages);
    }

    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getIconFileName() {
        return ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliveryTab_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** Where the page is, below the root of Jenkins. */
    public String getUrl() {
        return run.getUrl() + URL + "/";
    }

    /** The operations, the last one first: what came before it may have been somebody else's that was in its way. */
    public List<OperationPage> getPages() {
        return Collections.unmodifiableList(pages);
    }

    /** One operation by what it is called in addresses; null where there is none of that name. */
    @CheckForNull
    public OperationPage getOperation(String id) {
        return pages.stream()
                .filter(page -> page.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public Api getApi() {
        return new Api(this);
    }

    /** The operations for programs. */
    @Exported(visibility = 2)
    public List<ExportedOperation> getOperations() {
        return run.hasPermission(Item.READ)
                ? pages.stream()
                        .map(OperationPage::getOperation)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }
}
