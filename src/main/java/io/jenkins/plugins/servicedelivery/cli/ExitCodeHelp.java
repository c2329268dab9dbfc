package io.jenkins.plugins.servicedelivery.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The exit codes as the help shows them. */
final class ExitCodeHelp {
    private ExitCodeHelp() {}

    static void addTo(CommandSpec command) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(String.valueOf(code.number()), code.meaning());
        }
        command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
    }
}
