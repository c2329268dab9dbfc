package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.registry.JibImageBuilder;
import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/** Builds images in a workspace. */
final class BuildTask extends AgentTask<BuildAnswer> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final BuildOrder order;
    private final String room;

    /** @param room absolute path of a folder beside the workspace that only we use */
    BuildTask(BuildOrder order, String room, Cookie cookie, ControllerGate gate) {
        super("Building images", cookie, gate);
        this.order = order;
        this.room = room;
    }

    @Override
    protected BuildAnswer work(Path workspace, Controller controller) throws InterruptedException {
        Path folder = WorkspaceFolder.in(workspace, "catalog", order.folder());
        Path own = Path.of(room);
        try (WorkspaceLock held = WorkspaceLock.take(own, cookie(), controller)) {
            ChosenLine line = ChosenLine.of(CatalogReader.read(folder), order.line());
            Destination destination = controller.destination(line.name().value(), line.host());
            List<BuildPlan> plans =
                    BuildServiceImage.plan(line.at(destination.host()), line.name(), order.names(), folder.toString());
            try (Target target = Target.of(destination, own.resolve("outbox"), controller)) {
                List<BuiltImage> images = verb(target, controller, own.resolve("build"))
                        .build(plans, order.source().origin(), new BuildLines(controller));
                target.finish();
                return new BuildAnswer(
                        line.name().value(),
                        images.stream().map(target::described).toList());
            }
        }
    }

    private BuildServiceImage verb(Target target, Controller controller, Path work) {
        OciRegistry images = target.images();
        Registry asked = target.asked();
        BaseImages bases = new BaseImages(controller);
        return new BuildServiceImage(
                new JibImageBuilder(images, bases::holding, work),
                asked,
                new ControllerCommands(controller),
                new MachineTime(),
                order.parallel());
    }
}
