package io.jenkins.plugins.servicedelivery.jenkins.agent;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan on an agent has found, in plain values. Texts come from sources, so they are shown as what they are: text of
 * unknown origin.
 *
 * @param waves in which order the services can start
 * @param mermaid the graph as a flow chart of Mermaid
 * @param dot the graph in the language of Graphviz
 * @param json the whole report
 */
public record ScanAnswer(
        String line,
        List<String> services,
        List<Call> calls,
        List<Found> findings,
        List<List<String>> waves,
        int filesSeen,
        int filesRead,
        String mermaid,
        String dot,
        String json)
        implements Serializable {
    public ScanAnswer {
        services = new ArrayList<>(services);
        calls = new ArrayList<>(calls);
        findings = new ArrayList<>(findings);
        waves = new ArrayList<>(waves);
    }

    /**
     * That one service calls another.
     *
     * @param standing how this stands with the catalog, in lower case
     * @param seenAt the place of the surest evidence; empty where there is none
     */
    public record Call(String caller, String called, String standing, String seenAt) implements Serializable {}

    /** Something noticed; the severity is in lower case. */
    public record Found(String severity, String rule, String subject, String message, String place, String remedy)
            implements Serializable {}
}
