package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs commands through the controller, because only that knows the blocks around the step: the container to run in, the
 * variables, the kind of machine.
 */
final class ControllerCommands implements CommandRunner {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Controller controller;

    ControllerCommands(Controller controller) {
        this.controller = controller;
    }

    @Override
    public CommandResult run(Command command) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        boolean ended = false;
        try {
            controller.begin(id, CommandOrder.of(command));
            Optional<CommandEnd> end = await(id, command.limit());
            ended = end.isPresent();
            return end.map(known -> new CommandResult(known.exitCode(), known.output()))
                    .orElseThrow(() -> tooLong(command, stopped(id)));
        } finally {
            if (!ended) {
                stopped(id);
            }
        }
    }

    /** How the command ended; empty where its time was over before. */
    private Optional<CommandEnd> await(String id, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        Optional<CommandEnd> end = controller.look(id);
        while (end.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            end = controller.look(id);
        }
        return end;
    }

    private static FailedException tooLong(Command command, String output) {
        return new FailedException(
                CommandOrder.of(command).tried(),
                "it took longer than " + command.limit().toSeconds() + " s and was stopped",
                "Raise the limit of the command or find out what it waits for:\n" + output);
    }

    /** An interruption must not keep the command from being stopped, so it is kept for afterwards. */
    private String stopped(String id) {
        boolean interrupted = Thread.interrupted();
        try {
            return controller.stop(id);
        } catch (InterruptedException e) {
            interrupted = true;
            return "";
        } catch (DeliveryException e) {
            return ""; // the connection is lost, and whoever watches that ends the processes
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
