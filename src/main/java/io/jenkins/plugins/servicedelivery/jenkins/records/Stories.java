package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The stories of operations beside the builds whose steps drove them. A story goes on when its build has ended: the
 * caretaker may still end a keep window, or bring everything back.
 */
@Extension
public final class Stories {
    private static final Logger LOGGER = Logger.getLogger(Stories.class.getName());

    /** The builds known to have driven an operation that has not ended. A set is the lock of its operation's stories. */
    private final Map<OperationRef, Set<BuildRef>> drivers = new ConcurrentHashMap<>();

    /** The stories of this controller. */
    public static Stories get() {
        return JenkinsFacade.singleton(Stories.class);
    }

    /** What the story of an operation is called among those of a build; the name of a cluster holds no point. */
    public static String id(OperationRef ref) {
        return ref.cluster() + "." + ref.key();
    }

    /** The story as the build has it; empty where it has none that can be read. */
    public Optional<Story> read(Run<?, ?> run, OperationRef ref) {
        return read(file(run.getRootDir().toPath(), ref));
    }

    /** Tells the story anew wherever it is kept, because something was asked of the operation. */
    public void refresh(ClusterHandle cluster, OperationRef ref) {
        refresh(cluster, ref, Optional.empty());
    }

    /** The same; the build that drives it keeps it from now on, too. */
    void refresh(ClusterHandle cluster, OperationRef ref, Optional<BuildRef> driver) {
        Set<BuildRef> builds = drivers.computeIfAbsent(ref, fresh -> ConcurrentHashMap.newKeySet());
        driver.ifPresent(builds::add);
        synchronized (builds) {
            // read under the lock, so that of two who tell it at once the last one tells the newest
            cluster.control().ports().records().read(ref.key()).ifPresent(record -> {
                tell(new StoryTeller(cluster, record), ref, builds, driver, BuildRef.parse(record.startedBy()));
                forgetEnded(ref, record);
            });
        }
    }

    private void tell(
            StoryTeller teller,
            OperationRef ref,
            Set<BuildRef> builds,
            Optional<BuildRef> driver,
            Optional<BuildRef> starter) {
        starter.ifPresent(builds::add); // it is known after a restart, too
        for (BuildRef build : builds) {
            build.folder()
                    .map(folder -> file(folder, ref))
                    .filter(file ->
                            file.exists() || driver.filter(build::equals).isPresent())
                    .ifPresent(file -> write(file, teller.tell(read(file))));
        }
    }

    private void forgetEnded(OperationRef ref, Record<?, ?> record) {
        if (record.state().isTerminal()) {
            drivers.remove(ref);
        }
    }

    private static Optional<Story> read(JsonFile<Story> file) {
        try {
            return file.read().filter(story -> story.schema() == Story.SCHEMA && story.isWhole());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The story in " + file + " cannot be read");
            return Optional.empty();
        }
    }

    private static void write(JsonFile<Story> file, Story story) {
        try {
            file.write(story);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The story could not be kept in " + file);
        }
    }

    private static JsonFile<Story> file(Path build, OperationRef ref) {
        return new JsonFile<>(build.resolve("service-delivery").resolve(id(ref) + ".json"), Story.class);
    }
}
