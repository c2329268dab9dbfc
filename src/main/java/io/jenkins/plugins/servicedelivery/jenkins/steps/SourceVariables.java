package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.jenkins.agent.BuildOrder;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where sources came from, as the variables of a build say it. What is no commit and no branch is left out. */
final class SourceVariables {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern BRANCH = Pattern.compile("[^-\\p{Cntrl}][^\\p{Cntrl}]{0,249}");

    private SourceVariables() {}

    static BuildOrder.Source source(EnvVars variables, Run<?, ?> run) {
        return new BuildOrder.Source(
                first(variables, COMMIT, "GIT_COMMIT"),
                first(variables, BRANCH, "GIT_BRANCH", "BRANCH_NAME"),
                JenkinsFacade.rootUrl().map(root -> root + run.getUrl()).orElse(null));
    }

    @CheckForNull
    private static String first(EnvVars variables, Pattern grammar, String... names) {
        return Stream.of(names)
                .map(name -> variables.get(name, ""))
                .filter(value -> grammar.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }
}
