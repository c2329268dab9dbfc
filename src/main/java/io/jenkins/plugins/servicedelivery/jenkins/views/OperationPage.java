package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Api;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.Permission;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.records.CaretakerWork;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.Stories;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** One operation on the page of the build whose step drove it: what happened, and what can be asked of it. */
@ExportedBean
public final class OperationPage implements StaplerProxy {
    private static final int LONGEST_REASON = 200;

    private final Run<?, ?> run;
    private final OperationRef ref;
    private final String kind;

    OperationPage(Run<?, ?> run, OperationRef ref, String kind) {
        this.run = run;
        this.ref = ref;
        this.kind = kind;
    }

    /** Whoever may not read the job does not learn that there is such an operation. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    /** What it is called in addresses. */
    public String getId() {
        return Stories.id(ref);
    }

    /** The key of its record. */
    public String getKey() {
        return ref.key().value();
    }

    /** {@code release}, {@code environment} or {@code recycle}. */
    public String getKind() {
        return kind;
    }

    /** Where it is, below the root of Jenkins. */
    public String getUrl() {
        return run.getUrl() + DeliveryTab.URL + "/operation/" + Util.rawEncode(getId()) + "/";
    }

    public Api getApi() {
        return new Api(this);
    }

    /** The operation for programs; null where its story cannot be read. */
    @CheckForNull
    @Exported(visibility = 2)
    public ExportedOperation getOperation() {
        return story().map(story -> ExportedOperation.of(story, getUrl())).orElse(null);
    }

    /** The operation for people; null where its story cannot be read. */
    @CheckForNull
    public StoryView getView() {
        return story().map(StoryView::of).orElse(null);
    }

    /** What the reader may ask of it now. */
    public Controls getControls() {
        return story().map(story -> Controls.of(run, ref, story.moment()))
                .orElse(new Controls(false, false, false, false));
    }

    /** Something that is different whenever the page would look different. */
    public Progress getProgress() {
        return Progress.of(story(), getControls());
    }

    /** For the page itself, which looks here whether there is anything new. */
    @GET
    public HttpResponse doProgress() {
        return getProgress();
    }

    @RequirePOST
    public HttpResponse doPause(@QueryParameter String reason) {
        return ask(Signal.Kind.PAUSE, Item.CANCEL, reason);
    }

    @RequirePOST
    public HttpResponse doResume(@QueryParameter String reason) {
        return ask(Signal.Kind.RESUME, Item.BUILD, reason);
    }

    @RequirePOST
    public HttpResponse doRollback(@QueryParameter String reason) {
        return ask(Signal.Kind.ROLLBACK, Item.CANCEL, reason);
    }

    Optional<Story> story() {
        return Stories.get().read(run, ref);
    }

    private HttpResponse ask(Signal.Kind signal, Permission needed, @CheckForNull String reason) {
        run.getParent().checkPermission(needed);
        try {
            ClusterHandle cluster = Clusters.get().cluster(ref.cluster());
            requireDriver(signal);
            cluster.control().signals().ask(ref.key(), signal, reader(), oneLine(reason));
            Stories.get().refresh(cluster, ref);
            wake();
        } catch (DeliveryException e) {
            throw new Failure(e.getMessage());
        }
        return HttpResponses.redirectViaContextPath(run.getUrl() + DeliveryTab.URL + "/#" + Util.rawEncode(getId()));
    }

    /** The caretaker never takes an operation forward, so without a driver nothing would come of it. */
    private void requireDriver(Signal.Kind signal) {
        if (signal == Signal.Kind.RESUME && Drives.get().driverOf(ref).isEmpty()) {
            throw new RefusedException(
                    "Resuming " + ref,
                    "no build drives it",
                    "Run the step again for the same image: it goes on with it.");
        }
    }

    private void wake() {
        if (Drives.get().driverOf(ref).isPresent()) {
            Drives.get().wake(ref);
        } else {
            CaretakerWork.wake();
        }
    }

    private static String reader() {
        User user = User.current();
        return user == null ? "anonymous" : user.getId();
    }

    /** It is printed in consoles, where every line has a meaning. */
    private static String oneLine(@CheckForNull String reason) {
        String line = Util.fixNull(reason)
                .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                .trim();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
