package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.Util;
import hudson.scm.SCM;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.util.SystemProperties;

/**
 * Knows which SCMs are read from a disk of the controller. The Git plugin refuses such addresses for a checkout on the
 * controller; it does not where a repository is read without one. Its own switch is heeded here, too.
 */
final class LocalAddresses {
    private static final String ALLOWED = "hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT";
    private static final Pattern PATH = Pattern.compile("(file:|[/\\\\~.]|[a-z]:[/\\\\]).*");

    private LocalAddresses() {}

    /** Whether an address of the SCM is a path, by the words of its key after the first one, which is the kind. */
    static boolean any(SCM scm) {
        return !SystemProperties.getBoolean(ALLOWED)
                && Stream.of(Util.fixNull(scm.getKey()).split("\\s+")).skip(1).anyMatch(LocalAddresses::isLocal);
    }

    private static boolean isLocal(String address) {
        try {
            return PATH.matcher(address.toLowerCase(Locale.ROOT)).matches() || Files.exists(Path.of(address));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
