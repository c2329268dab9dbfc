package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.util.List;

/** One change to the world that a release makes. Each may be carried out any number of times. */
public sealed interface ReleaseEffect {
    /** Makes a configuration revision and the objects of the version that runs on it be there. */
    record CreateVersion(ConfiguredVersion version, int replicas) implements ReleaseEffect {}

    /** Divides the requests of the service. */
    record WriteRoute(Route route) implements ReleaseEffect {}

    /** Makes the stable Service select a version: this is what "the live version" means to everybody else. */
    record SelectStable(String version, List<Port> ports) implements ReleaseEffect {}

    /** Removes the objects of a version that no route names any more. */
    record RemoveVersion(String version) implements ReleaseEffect {}
}
