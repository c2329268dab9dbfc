package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What an environment should be: what the catalog says, its configuration resolved, and the images somebody chose.
 *
 * @param values of every service's configuration keys
 * @param images the chosen ones; a service that is not named here keeps the image it runs
 */
public record DesiredEnvironment(
        ProductLine line,
        Environment environment,
        SortedMap<Name, ImageTemplate> templates,
        SortedMap<Name, SortedMap<String, String>> values,
        SortedMap<Name, ImageReference> images) {
    public DesiredEnvironment {
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }

    /** Whose everything in it is. */
    public Ownership owner() {
        return new Ownership(line.name(), environment.name());
    }

    /** The services it has, whether the product line knows them or not. */
    public SortedSet<Name> services() {
        return environment.servicesOf(line);
    }
}
