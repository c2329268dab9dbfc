package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import java.util.Optional;

/**
 * The wish for the image of one service: what the catalog says of it, and where its sources lie.
 *
 * @param config the keys of the product line, where it has any; their schema is a label of the image
 * @param folder absolute path of the catalog's folder on the machine where the image is built; the service's
 *     {@code source} is relative to it
 */
public record BuildRequest(
        ProductLine line, Service service, ImageTemplate template, Optional<ConfigSet> config, String folder) {}
