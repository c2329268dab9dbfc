package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** The version that an image makes of a service in an environment, with its configuration resolved. */
public final class ServiceVersions {
    private final Catalog catalog;
    private final Environment environment;

    public ServiceVersions(Catalog catalog, Environment environment) {
        this.catalog = catalog;
        this.environment = environment;
    }

    /** The version of this service with this image, which must be pinned by digest. */
    public ConfiguredVersion of(Name name, ImageReference image) {
        Service service = catalog.service(environment.line(), name);
        return ConfiguredVersion.of(
                service,
                catalog.template(service.template()),
                image,
                catalog.configuration(environment.line())
                        .revision(environment.name(), name)
                        .values());
    }
}
