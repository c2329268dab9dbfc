package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.nio.file.Path;

/** Where a build's images go, seen from the machine where they are built. */
interface Target extends AutoCloseable {
    static Target of(Destination destination, Path outbox, Controller controller) {
        RegistryAccess access = destination.access();
        return access == null ? new Outbox(outbox, controller) : new Direct(access.open());
    }

    /** The registry that images are put into. */
    OciRegistry images();

    /** The registry that is asked what was built before. */
    Registry asked();

    /** All images are built: sees that they are where they belong. */
    void finish() throws InterruptedException;

    BuildAnswer.Image described(BuiltImage image);

    @Override
    void close();

    /** A registry that the agent itself can reach. */
    record Direct(OciRegistry images) implements Target {
        @Override
        public Registry asked() {
            return images;
        }

        @Override
        public void finish() {
            // what was put there is there
        }

        @Override
        public BuildAnswer.Image described(BuiltImage image) {
            return new BuildAnswer.Image(
                    image.service().value(), image.reference().toString(), null, image.reused());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
