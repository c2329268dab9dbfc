package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build by its names, so that it need not be loaded.
 *
 * @param job the full name of its job
 */
public record BuildRef(String job, int number) {
    private static final Pattern STARTED_BY = Pattern.compile("(.+) #([1-9][0-9]{0,8})");

    /** The name of this build. */
    public static BuildRef of(Run<?, ?> run) {
        return new BuildRef(run.getParent().getFullName(), run.getNumber());
    }

    /** The build that a record says it was started by; empty where it was no build. */
    static Optional<BuildRef> parse(String startedBy) {
        Matcher matcher = STARTED_BY.matcher(startedBy);
        return matcher.matches()
                ? Optional.of(new BuildRef(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Where the build is kept; empty where there is no such job. Whether there is such a build is not asked. */
    Optional<Path> folder() {
        try (ACLContext as = ACL.as2(ACL.SYSTEM2)) {
            return JenkinsFacade.item(job)
                    .filter(Job.class::isInstance)
                    .map(item -> ((Job<?, ?>) item).getBuildDir().toPath().resolve(Integer.toString(number)));
        }
    }

    @Override
    public String toString() {
        return job + " #" + number;
    }
}
