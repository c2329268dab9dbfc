package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Console;
import io.jenkins.plugins.servicedelivery.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code service-delivery}. */
public final class Main {
    private static final int HELP_WIDTH = 100;

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayWhatIsLeft(terminal, ended.get())));
        int exitCode = run(terminal, arguments);
        ended.set(true);
        System.exit(exitCode);
    }

    /** A person who stops a release wants to know what became of it. */
    private static void sayWhatIsLeft(Terminal terminal, boolean ended) {
        if (!ended) {
            terminal.err().println();
            terminal.err().println(Failure.INTERRUPTION);
            terminal.err().flush();
        }
    }

    /** Runs one command and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    /** The commands, their options and their help. */
    static CommandLine commandLine(Terminal terminal) {
        ToolKit toolKit = new ToolKit(terminal);
        CommandLine line = new CommandLine(toolKit)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.mayBeColoured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(
                        (mistake, words) -> usage(mistake, Arrays.asList(words).contains("--json")))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failure(thrown, toolKit));
        Converters.addTo(line);
        ExitCodeHelp.addTo(line.getCommandSpec());
        return line;
    }

    private static int usage(ParameterException mistake, boolean json) {
        CommandLine command = mistake.getCommandLine();
        Terminal terminal = ((ToolKit) command.getCommandSpec().root().userObject()).terminal();
        String seeHelp = " See \"" + command.getCommandSpec().qualifiedName() + " --help\".";
        Failure failure = Failure.ofUsage(sentence(mistake.getMessage().strip()) + suggestions(mistake) + seeHelp);
        return tell(failure, new Console(terminal, new Console.Settings(json, false, false)), json);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String suggestions(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return " Did you mean \"" + unmatched.getSuggestions().get(0) + "\"?";
        }
        return "";
    }

    private static int failure(Exception thrown, ToolKit toolKit) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (toolKit.debug()) {
            thrown.printStackTrace(toolKit.terminal().err());
        }
        return tell(Failure.of(thrown), toolKit.console(), toolKit.json());
    }

    private static int tell(Failure failure, Console console, boolean json) {
        console.complaint(failure.message());
        if (json) {
            console.document(failure.document());
        }
        return failure.exitCode().number();
    }
}
