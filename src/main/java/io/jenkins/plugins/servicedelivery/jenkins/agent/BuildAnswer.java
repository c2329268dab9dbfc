package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What an agent says that it has built. It is believed only after it was checked. */
record BuildAnswer(String line, List<Image> images) implements Serializable {
    BuildAnswer {
        images = new ArrayList<>(images);
    }

    /**
     * An image.
     *
     * @param reference pinned by digest
     * @param tag that finds it by its inputs; null where the registry has it already
     * @param reused nothing was built
     */
    record Image(String service, String reference, @CheckForNull String tag, boolean reused) implements Serializable {}
}
