package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The controller as work on an agent sees it: what can be asked of it, with failures as the library knows them. */
final class Controller {
    private final ControllerGate gate;

    Controller(ControllerGate gate) {
        this.gate = gate;
    }

    Destination destination(String line, String host) throws InterruptedException {
        return ask(() -> gate.destination(line, host));
    }

    RegistryAccess baseRegistry(String host) throws InterruptedException {
        return ask(() -> gate.baseRegistry(host));
    }

    Optional<String> find(String image) throws InterruptedException {
        return Optional.ofNullable(ask(() -> gate.find(image)));
    }

    List<String> lacking(List<String> digests) throws InterruptedException {
        return ask(() -> gate.lacking(digests));
    }

    void send(String file, long offset, byte[] piece) throws InterruptedException {
        ask(() -> {
            gate.receive(file, offset, piece);
            return null;
        });
    }

    void begin(String id, CommandOrder order) throws InterruptedException {
        ask(() -> {
            gate.begin(id, order);
            return null;
        });
    }

    Optional<CommandEnd> look(String id) throws InterruptedException {
        return Optional.ofNullable(ask(() -> gate.look(id)));
    }

    String stop(String id) throws InterruptedException {
        return ask(() -> gate.stop(id));
    }

    void say(String line) throws InterruptedException {
        ask(() -> {
            gate.say(line);
            return null;
        });
    }

    private static <T> T ask(Question<T> question) throws InterruptedException {
        try {
            return question.ask();
        } catch (AgentException e) {
            throw e.failure().toException();
        } catch (IOException | RequestAbortedException e) {
            throw new UnavailableException(
                    "Asking the controller", String.valueOf(e.getMessage()), "Run the build again.", e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws AgentException, IOException, InterruptedException;
    }
}
