package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a user chose for all commands: where things are.
 *
 * @param line the product line; empty where the catalog has but one
 * @param registry empty for the layout in the state folder
 * @param trace tell every call to the cluster's ports
 */
record Choices(Path catalog, Path state, Optional<Name> line, Optional<RemoteRegistry> registry, boolean trace) {
    /**
     * A registry that is reached over the network.
     *
     * @param authorities PEM file with certificates to trust beside those that Java trusts
     */
    record RemoteRegistry(String host, boolean plainHttp, Optional<Path> authorities, Optional<Login> login) {
        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");

        RemoteRegistry {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("\"" + host + "\" is no registry: it must look like host[:port]");
            }
        }
    }

    /** Who asks a registry. */
    record Login(String user, Secret password) {}
}
