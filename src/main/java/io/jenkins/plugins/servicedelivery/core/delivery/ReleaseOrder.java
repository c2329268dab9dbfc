package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody asks of a gray release.
 *
 * @param images the services to release, each with its image pinned by digest; one service for now
 * @param startedBy the person, run or command that asks
 */
public record ReleaseOrder(
        Catalog catalog,
        Name line,
        Name environment,
        SortedMap<Name, ImageReference> images,
        Name strategy,
        String startedBy) {
    public ReleaseOrder {
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }
}
