package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The building of images on an agent, seen from the controller. */
public final class ImageBuild implements Underway<List<DeliveredImage>> {
    private static final Logger LOGGER = Logger.getLogger(ImageBuild.class.getName());

    private final AgentWork<BuildAnswer> work;
    private final IncomingLayout incoming;
    private final BuildOrder order;
    private final CheckedDesk registries;

    /**
     * Where and with what images are built.
     *
     * @param launcher decorated by the blocks around the step
     * @param variables that commands are given
     * @param console hears how it goes
     */
    public record Site(FilePath workspace, Launcher launcher, EnvVars variables, PrintStream console, String agent) {}

    private ImageBuild(AgentWork<BuildAnswer> work, IncomingLayout incoming, BuildOrder order, CheckedDesk registries) {
        this.work = work;
        this.incoming = incoming;
        this.order = order;
        this.registries = registries;
    }

    /**
     * Begins to build.
     *
     * @param room folder of the controller for images on their way; what an earlier build has left there is removed
     */
    public static ImageBuild begin(Site site, BuildOrder order, Run<?, ?> run, Path room) throws InterruptedException {
        CheckedDesk desk = new CheckedDesk(new SettingsDesk(run));
        IncomingLayout incoming = new IncomingLayout(room);
        remove(incoming);
        Cookie cookie = Cookie.fresh();
        RunningCommands commands =
                new RunningCommands(site.launcher(), site.workspace().getChannel(), site.variables(), cookie);
        GateKeeper gate = new GateKeeper(site.console(), new GateKeeper.Rooms(commands, desk, incoming));
        String own = roomBeside(site.workspace());
        AgentWork<BuildAnswer> work = AgentWork.begin(
                new AgentWork.Where("Building images", site.agent()),
                site.workspace(),
                gate,
                exported -> new BuildTask(order, own, cookie, exported));
        return new ImageBuild(work, incoming, order, desk);
    }

    /** The images, in the registry that they belong to. */
    @Override
    public Optional<List<DeliveredImage>> look() throws InterruptedException {
        Optional<BuildAnswer> answer = work.look();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = new Delivery(registries.used(), registries, incoming);
        return Optional.of(delivery.of(answer.get(), order));
    }

    @Override
    public void cancel() {
        work.cancel();
    }

    @Override
    public boolean isOver() {
        return work.isOver();
    }

    @Override
    public void close() {
        work.close();
        remove(incoming);
    }

    private static void remove(IncomingLayout incoming) {
        try {
            incoming.remove();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> incoming.folder() + " cannot be removed");
        }
    }

    private static String roomBeside(FilePath workspace) {
        FilePath temporary = WorkspaceList.tempDir(workspace);
        if (temporary == null) {
            throw new FailedException(
                    "Building images", "the workspace is the root of a disk", "Give the agent another folder.");
        }
        return temporary.child("service-delivery").getRemote();
    }
}
