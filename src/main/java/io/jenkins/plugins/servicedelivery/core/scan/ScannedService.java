package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.Service;

/** A service and what its source tree says. */
public record ScannedService(Service service, SourceTree tree) {}
