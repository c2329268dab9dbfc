package io.jenkins.plugins.servicedelivery.jenkins.views;

import java.util.Optional;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/** Addresses of pages as browsers need them. */
final class Addresses {
    private Addresses() {}

    /** The address of a page that is there below the root of Jenkins. */
    static String of(String belowRoot) {
        String root = Optional.ofNullable(Stapler.getCurrentRequest2())
                .map(StaplerRequest2::getContextPath)
                .orElse("");
        return root + "/" + belowRoot;
    }
}
