package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.FilePath;
import io.jenkins.plugins.servicedelivery.jenkins.agent.ScanAnswer;
import io.jenkins.plugins.servicedelivery.jenkins.agent.SourceScan;
import io.jenkins.plugins.servicedelivery.jenkins.agent.Underway;
import java.io.PrintStream;

/** Scans the sources on the agent of the step. */
final class ScanCourse extends AgentCourse<ScanAnswer> {
    private final ScanVerb verb;

    ScanCourse(StepSite site, ScanVerb verb) {
        super(site);
        this.verb = verb;
    }

    @Override
    Underway<ScanAnswer> begin(FilePath workspace, String agent) throws InterruptedException {
        return SourceScan.begin(
                workspace, agent, verb.folder(), verb.line(), site().listener().getLogger());
    }

    @Override
    Stage.End end(ScanAnswer answer) throws InterruptedException {
        ScanResult result = new ScanResult(answer);
        PrintStream out = site().listener().getLogger();
        result.lines().forEach(line -> out.println("  " + line));
        if (result.getErrors() == 0) {
            return new Stage.Done(result);
        }
        String told = "The scan of " + result.getLine() + " found " + count(result.getErrors(), "error")
                + ". Correct what is listed above, or accept it in the scan policy of the catalog.";
        return verb.failOnErrors() ? new Stage.Failed(told) : new Stage.Unstable(result, told);
    }

    @Override
    String tried() {
        return "Scanning the sources";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
