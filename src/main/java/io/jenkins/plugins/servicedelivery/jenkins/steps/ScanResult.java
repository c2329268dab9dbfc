package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.ScanAnswer;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code scanDependencies} returns: who calls whom, how that stands with the catalog, and what was found. */
public final class ScanResult implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_CHARACTERS = 32 * 1024 * 1024;

    private final String line;
    private final ArrayList<String> services;
    private final ArrayList<Dependency> dependencies = new ArrayList<>();
    private final ArrayList<Finding> findings = new ArrayList<>();
    private final ArrayList<ArrayList<String>> startWaves = new ArrayList<>();
    private final int filesSeen;
    private final int filesRead;
    private final String mermaid;
    private final String dot;
    private final String json;

    ScanResult(ScanAnswer answer) {
        refuseTooMuch(answer);
        this.line = Quoted.printable(answer.line());
        this.services = printable(answer.services());
        answer.calls().forEach(call -> dependencies.add(new Dependency(call)));
        answer.findings().forEach(found -> findings.add(new Finding(found)));
        answer.waves().forEach(wave -> startWaves.add(printable(wave)));
        this.filesSeen = answer.filesSeen();
        this.filesRead = answer.filesRead();
        this.mermaid = answer.mermaid();
        this.dot = answer.dot();
        this.json = answer.json();
    }

    /** The name of the product line. */
    @Whitelisted
    public String getLine() {
        return line;
    }

    /** The names of its services. */
    @Whitelisted
    public List<String> getServices() {
        return Collections.unmodifiableList(services);
    }

    /** Who calls whom. */
    @Whitelisted
    public List<Dependency> getDependencies() {
        return Collections.unmodifiableList(dependencies);
    }

    /** What was noticed, the gravest first. */
    @Whitelisted
    public List<Finding> getFindings() {
        return Collections.unmodifiableList(findings);
    }

    /** How many findings are errors. */
    @Whitelisted
    public int getErrors() {
        return count("error");
    }

    /** How many findings are warnings. */
    @Whitelisted
    public int getWarnings() {
        return count("warning");
    }

    /** In which order the services can start, those of a wave together; empty where a cycle leaves no order. */
    @Whitelisted
    public List<List<String>> getStartWaves() {
        return Collections.unmodifiableList(startWaves);
    }

    /** The graph as a flow chart of Mermaid. */
    @Whitelisted
    public String getMermaid() {
        return mermaid;
    }

    /** The graph in the language of Graphviz. */
    @Whitelisted
    public String getDot() {
        return dot;
    }

    /** The whole report as JSON. */
    @Whitelisted
    public String getJson() {
        return json;
    }

    /** The report for people. */
    List<String> lines() {
        TextTable table = new TextTable("caller", "", "called", "standing", "seen at");
        dependencies.forEach(dependency -> table.row(
                dependency.caller,
                "->",
                dependency.called,
                dependency.standing,
                dependency.seenAt.isEmpty() ? "nowhere" : dependency.seenAt));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("start order: "
                + startWaves.stream().map(wave -> String.join(" + ", wave)).collect(Collectors.joining(", then ")));
        findings.forEach(finding -> lines.add(finding.toString()));
        lines.add(dependencies.size() + " calls between " + services.size() + " services, " + findings.size()
                + " findings (" + filesRead + " of " + filesSeen + " files read)");
        return lines;
    }

    @Whitelisted
    @Override
    public String toString() {
        return line + ": " + dependencies.size() + " calls, " + findings.size() + " findings";
    }

    private int count(String severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity.equals(severity))
                .count();
    }

    private static void refuseTooMuch(ScanAnswer answer) {
        long characters = (long) answer.mermaid().length()
                + answer.dot().length()
                + answer.json().length();
        int entries = answer.calls().size()
                + answer.findings().size()
                + answer.services().size();
        if (characters > MOST_CHARACTERS || entries > MOST_ENTRIES) {
            throw new RefusedException(
                    "Taking what the scan has found",
                    "it is more than " + MOST_ENTRIES + " entries or " + MOST_CHARACTERS + " characters",
                    "Scan the parts of the product line one by one.");
        }
    }

    /** Sources are not ours, so whatever they say stays on its line. */
    private static ArrayList<String> printable(List<String> texts) {
        return texts.stream().map(Quoted::printable).collect(Collectors.toCollection(ArrayList::new));
    }

    /** That one service calls another. */
    public static final class Dependency implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String caller;
        private final String called;
        private final String standing;
        private final String seenAt;

        private Dependency(ScanAnswer.Call call) {
            this.caller = Quoted.printable(call.caller());
            this.called = Quoted.printable(call.called());
            this.standing = Quoted.printable(call.standing());
            this.seenAt = Quoted.printable(call.seenAt());
        }

        @Whitelisted
        public String getCaller() {
            return caller;
        }

        @Whitelisted
        public String getCalled() {
            return called;
        }

        /** {@code confirmed}, {@code undeclared}, {@code unused} or {@code accepted}. */
        @Whitelisted
        public String getStanding() {
            return standing;
        }

        /** Where the surest evidence is, as {@code file:line:column}; empty where there is none. */
        @Whitelisted
        public String getSeenAt() {
            return seenAt;
        }

        @Whitelisted
        @Override
        public String toString() {
            return caller + " -> " + called + " (" + standing + ")";
        }
    }

    /** Something noticed. */
    public static final class Finding implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String severity;
        private final String rule;
        private final String subject;
        private final String message;
        private final String place;
        private final String remedy;

        private Finding(ScanAnswer.Found found) {
            this.severity = Quoted.printable(found.severity());
            this.rule = Quoted.printable(found.rule());
            this.subject = Quoted.printable(found.subject());
            this.message = Quoted.printable(found.message());
            this.place = Quoted.printable(found.place());
            this.remedy = Quoted.printable(found.remedy());
        }

        /** {@code error}, {@code warning} or {@code information}. */
        @Whitelisted
        public String getSeverity() {
            return severity;
        }

        /** The name of the rule that found it. */
        @Whitelisted
        public String getRule() {
            return rule;
        }

        /** What it is about, usually a service. */
        @Whitelisted
        public String getSubject() {
            return subject;
        }

        @Whitelisted
        public String getMessage() {
            return message;
        }

        /** Where, as {@code file:line:column}. */
        @Whitelisted
        public String getPlace() {
            return place;
        }

        /** What can be done. */
        @Whitelisted
        public String getRemedy() {
            return remedy;
        }

        @Whitelisted
        @Override
        public String toString() {
            return severity + "  " + place + ": " + message + (remedy.isEmpty() ? "" : " " + remedy);
        }
    }
}
