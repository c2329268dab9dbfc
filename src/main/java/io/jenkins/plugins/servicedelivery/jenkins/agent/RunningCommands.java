package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The commands of one piece of work, started through the launcher that the blocks around the step have decorated. No
 * thread waits for a command.
 */
final class RunningCommands {
    private static final Logger LOGGER = Logger.getLogger(RunningCommands.class.getName());
    private static final int MOST = 64;
    private static final int START_FAILURE_TEXT = 200;

    /** The variable by which Jenkins' launchers for containers find processes again; they look for no other. */
    private static final String LAUNCHER_COOKIE = "JENKINS_SERVER_COOKIE";

    private final Launcher launcher;
    private final VirtualChannel machine;
    private final EnvVars variables;
    private final Cookie cookie;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private boolean closed;

    private record Running(Proc process, TailOutput output) {}

    /**
     * @param machine where the launcher starts programs
     * @param variables of the step
     */
    RunningCommands(Launcher launcher, VirtualChannel machine, EnvVars variables, Cookie cookie) {
        this.launcher = launcher;
        this.machine = machine;
        this.variables = variables;
        this.cookie = cookie;
    }

    void begin(String id, CommandOrder order) {
        refuseTooMany(order);
        TailOutput output = new TailOutput();
        try {
            Proc process = launcher.launch()
                    .cmds(order.words().stream().map(RunningCommands::literal).toList())
                    .envs(environment(id, order))
                    .pwd(new FilePath(machine, order.folder()))
                    .stdout(output)
                    .quiet(true)
                    .start();
            running.put(id, new Running(process, output));
        } catch (IOException e) {
            throw new FailedException(
                    order.tried(),
                    "it cannot be started in " + order.folder() + " (" + brief(e) + ")",
                    "Check that the program is installed where the step runs and the folder is there.",
                    e);
        }
        synchronized (this) {
            if (!closed) {
                return;
            }
        }
        stop(id);
    }

    /** How a command has ended; empty while it runs. */
    Optional<CommandEnd> look(String id) throws IOException, InterruptedException {
        Running command = running.get(id);
        if (command == null) {
            throw new RefusedException("Looking at a command", "it is not known", "Run the build again.");
        }
        if (command.process().isAlive()) {
            return Optional.empty();
        }
        int exitCode = command.process().join();
        running.remove(id);
        return Optional.of(new CommandEnd(exitCode, command.output().text()));
    }

    /** What it said before it was stopped; nothing where it is not known. */
    String stop(String id) {
        Running command = running.remove(id);
        boolean interrupted = end(id, command);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return command == null ? "" : command.output().text();
    }

    /** Ends what still runs; may take some seconds, or as long as an agent does not answer. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Kills the process, then, by their cookie, those of its children that have left it or are in a container. */
    private boolean end(String id, @CheckForNull Running command) {
        boolean interrupted = Thread.interrupted();
        try {
            if (command != null) {
                command.process().kill();
            }
            launcher.kill(Map.of(LAUNCHER_COOKIE, launcherCookie(id)));
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "command " + id + " could not be stopped");
        }
        return interrupted;
    }

    private void refuseTooMany(CommandOrder order) {
        if (running.size() >= MOST) {
            throw new RefusedException(
                    order.tried(), MOST + " commands of this step run already", "Build fewer services at a time.");
        }
    }

    private EnvVars environment(String id, CommandOrder order) {
        EnvVars environment = new EnvVars();
        variables.forEach((name, value) -> environment.put(name, literal(value)));
        order.variables().forEach((name, value) -> environment.put(name, literal(value)));
        environment.putAll(cookie.variables());
        environment.put(LAUNCHER_COOKIE, launcherCookie(id));
        return environment;
    }

    private static String launcherCookie(String id) {
        return "service-delivery-" + id;
    }

    /** Launchers fill in variables, which is a second language that templates must not speak by accident. */
    private static String literal(String text) {
        return text.replace("$", "$$");
    }

    private static String brief(IOException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return text.length() <= START_FAILURE_TEXT ? text : text.substring(0, START_FAILURE_TEXT) + "…";
    }
}
