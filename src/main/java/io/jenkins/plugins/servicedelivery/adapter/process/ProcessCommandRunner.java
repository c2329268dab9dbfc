package io.jenkins.plugins.servicedelivery.adapter.process;

import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs commands as processes of this machine: no shell, nothing on standard input. Programs are looked for on the
 * {@code PATH} and after it in the JDK that runs this one, so that {@code javac} is found wherever the product runs on
 * a JDK.
 */
public final class ProcessCommandRunner implements CommandRunner {
    private static final int START_FAILURE_TEXT = 200;
    private final Consumer<String> lines;

    /** A runner whose commands are not listened to. */
    public ProcessCommandRunner() {
        this(line -> {});
    }

    /** @param lines hears every line of output as it comes, from another thread */
    public ProcessCommandRunner(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public CommandResult run(Command command) throws InterruptedException {
        Process process = start(command);
        ProcessFamily family = new ProcessFamily(process);
        OutputTail tail = new OutputTail(process.getInputStream(), lines);
        try {
            tail.start();
            if (!process.waitFor(command.limit().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FailedException(
                        tried(command),
                        "it took longer than " + command.limit().toSeconds() + " s and was stopped",
                        "Raise the limit of the command or find out what it waits for:\n" + tail.text());
            }
            tail.await();
            return new CommandResult(process.exitValue(), tail.text());
        } finally {
            family.end();
        }
    }

    private static Process start(Command command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(new File(command.folder()))
                .redirectErrorStream(true);
        withToolsOfThisJdk(builder.environment());
        builder.environment().putAll(command.variables());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException | IllegalArgumentException e) {
            throw new FailedException(
                    tried(command),
                    "it cannot be started in " + command.folder() + " (" + brief(e) + ")",
                    "Check that the program is installed and the folder is there.",
                    e);
        }
    }

    private static void withToolsOfThisJdk(Map<String, String> environment) {
        String tools = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.merge("PATH", tools, (path, last) -> path + File.pathSeparator + last);
    }

    private static String tried(Command command) {
        return "Running \"" + String.join(" ", command.words()) + "\"";
    }

    private static String brief(Exception e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return text.length() <= START_FAILURE_TEXT ? text : text.substring(0, START_FAILURE_TEXT) + "…";
    }
}
