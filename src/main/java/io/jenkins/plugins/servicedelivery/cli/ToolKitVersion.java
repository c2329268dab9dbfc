package io.jenkins.plugins.servicedelivery.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the running tool kit, as its jar says it. */
final class ToolKitVersion implements IVersionProvider {
    private static final String OF_A_BUILD_FOLDER = "development";

    @Override
    public String[] getVersion() {
        return new String[] {"service-delivery " + version()};
    }

    static String version() {
        return Optional.ofNullable(ToolKitVersion.class.getPackage().getImplementationVersion())
                .orElse(OF_A_BUILD_FOLDER);
    }
}
