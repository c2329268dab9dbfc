package io.jenkins.plugins.servicedelivery.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say in the end: the exit code, the lines for people and the same as a document for scripts.
 */
record Answer(ExitCode exitCode, List<String> lines, Map<String, Object> document) {
    Answer {
        lines = List.copyOf(lines);
    }

    /** The answer of a command that did what it was asked. */
    static Answer done(List<String> lines, Map<String, Object> document) {
        return new Answer(ExitCode.DONE, lines, document);
    }
}
