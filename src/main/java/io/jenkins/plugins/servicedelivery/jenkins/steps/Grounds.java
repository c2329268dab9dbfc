package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;

/**
 * What a step works on: everything that its arguments named, found.
 *
 * @param origin where the catalog was read from, in words
 */
record Grounds(ClusterHandle cluster, Catalog catalog, String origin, ProductLine line, Environment environment) {}
