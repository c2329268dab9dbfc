package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerLog;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.List;
import java.util.MissingResourceException;
import jenkins.model.Jenkins;
import org.jvnet.localizer.ResourceBundleHolder;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the caretaker did of late, for whoever may look at the system. */
@ExportedBean
public final class CaretakerPage implements ModelObject, StaplerProxy {
    @Override
    public Object getTarget() {
        JenkinsFacade.checkPermission(Jenkins.SYSTEM_READ);
        return this;
    }

    @Override
    public String getDisplayName() {
        return Messages.CaretakerPage_displayName();
    }

    public Api getApi() {
        return new Api(this);
    }

    /** The newest first. */
    @Exported(visibility = 2)
    public List<Row> getRows() {
        return CaretakerLog.get().entries().stream().map(Row::of).toList();
    }

    /** One thing that it did. */
    @ExportedBean(defaultVisibility = 3)
    public record Row(
            @Exported String time,
            @Exported String cluster,
            @Exported String key,
            @Exported String duty,
            @Exported String text) {
        private static final ResourceBundleHolder WORDS = ResourceBundleHolder.get(Messages.class);

        static Row of(CaretakerLog.Entry entry) {
            return new Row(Times.print(entry.time()), entry.cluster(), entry.key(), entry.duty(), entry.text());
        }

        /** Why it looked after the operation, in the reader's language. */
        public String dutyInWords() {
            try {
                return WORDS.format("Duty." + duty);
            } catch (MissingResourceException e) {
                return duty;
            }
        }
    }
}
