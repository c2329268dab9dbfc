package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which images an agent is to build.
 *
 * @param folder of the catalog in the workspace; empty for the workspace itself
 * @param line null for the only one of the catalog
 * @param services empty for all of the line
 * @param parallel how many may be built at a time
 */
public record BuildOrder(String folder, @CheckForNull String line, List<String> services, int parallel, Source source)
        implements Serializable {
    public BuildOrder {
        services = new ArrayList<>(services);
    }

    SortedSet<Name> names() {
        SortedSet<Name> names = new TreeSet<>();
        services.forEach(service -> names.add(Name.of(service)));
        return names;
    }

    /** Where the sources came from; each null where it is not known. */
    public record Source(@CheckForNull String commit, @CheckForNull String branch, @CheckForNull String buildUrl)
            implements Serializable {
        ImageRecord.Origin origin() {
            return new ImageRecord.Origin(
                    Optional.ofNullable(commit), Optional.ofNullable(branch), Optional.ofNullable(buildUrl));
        }
    }
}
