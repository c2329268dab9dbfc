package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import java.io.PrintStream;

/** The scanning of sources on an agent, seen from the controller. */
public final class SourceScan {
    private SourceScan() {}

    /**
     * Begins to scan.
     *
     * @param folder of the catalog in the workspace; empty for the workspace itself
     * @param line null for the only one of the catalog
     */
    public static AgentWork<ScanAnswer> begin(
            FilePath workspace, String agent, String folder, @CheckForNull String line, PrintStream console)
            throws InterruptedException {
        Cookie cookie = Cookie.fresh();
        return AgentWork.begin(
                new AgentWork.Where("Scanning the sources", agent),
                workspace,
                new GateKeeper(console, null),
                gate -> new ScanTask(folder, line, cookie, gate));
    }
}
