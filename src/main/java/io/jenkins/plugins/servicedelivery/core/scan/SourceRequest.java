package io.jenkins.plugins.servicedelivery.core.scan;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which folder to read and which words matter in it.
 *
 * @param root absolute path of the catalog's folder; places are relative to it
 * @param folder the service's source folder, relative to the root
 * @param modules folders inside it to read; empty means all of it
 * @param outputs what the build makes there, relative to the folder: not read
 * @param names the services of the product line
 * @param keys the configuration keys and the variables that carry them
 */
public record SourceRequest(
        String root,
        String folder,
        List<String> modules,
        List<String> outputs,
        SortedSet<String> names,
        SortedSet<String> keys) {
    public SourceRequest {
        modules = List.copyOf(modules);
        outputs = List.copyOf(outputs);
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
}
