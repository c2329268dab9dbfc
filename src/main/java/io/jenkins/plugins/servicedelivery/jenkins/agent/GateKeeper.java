package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The controller's side of one piece of work on an agent: answers as long as the step goes on, and nothing afterwards. An
 * agent may keep its end of the gate for as long as it is connected, so what is heavy is let go at the close.
 */
final class GateKeeper implements ControllerGate {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_BLOBS = 10_000;

    private final PrintStream console;
    private final AtomicInteger lines = new AtomicInteger();

    @CheckForNull
    private volatile Rooms rooms;

    private volatile boolean confirmed;

    /** What the gate leads to. */
    record Rooms(RunningCommands commands, RegistryDesk registries, IncomingLayout incoming) {}

    /** @param rooms null for work that only reads, and may ask for nothing */
    GateKeeper(PrintStream console, @CheckForNull Rooms rooms) {
        this.console = console;
        this.rooms = rooms;
    }

    @Override
    public Destination destination(String line, String host) throws AgentException, IOException, InterruptedException {
        return answer(open -> open.registries().destination(Name.of(line), host(host)));
    }

    @Override
    public RegistryAccess baseRegistry(String host) throws AgentException, IOException, InterruptedException {
        return answer(open -> open.registries().base(host(host)));
    }

    @Override
    @CheckForNull
    public String find(String image) throws AgentException, IOException, InterruptedException {
        return answer(open -> open.registries().find(ImageReference.parse(image)))
                .map(Digest::value)
                .orElse(null);
    }

    @Override
    public List<String> lacking(List<String> digests) throws AgentException, IOException, InterruptedException {
        return answer(open -> {
            if (digests.size() > MOST_BLOBS || !digests.stream().allMatch(IncomingLayout::isBlob)) {
                throw new RefusedException("Comparing images", "the agent asked for no digests", "Look at the agent.");
            }
            return new ArrayList<>(open.registries().lacking(digests));
        });
    }

    @Override
    public void receive(String file, long offset, byte[] piece)
            throws AgentException, IOException, InterruptedException {
        answer(open -> {
            open.incoming().receive(file, offset, piece);
            return file;
        });
    }

    @Override
    public void begin(String id, CommandOrder order) throws AgentException, IOException, InterruptedException {
        answer(open -> {
            open.commands().begin(id, order);
            return id;
        });
    }

    @Override
    @CheckForNull
    public CommandEnd look(String id) throws AgentException, IOException, InterruptedException {
        return answer(open -> open.commands().look(id)).orElse(null);
    }

    @Override
    public String stop(String id) throws AgentException, IOException, InterruptedException {
        return answer(open -> open.commands().stop(id));
    }

    @Override
    public void say(String line) {
        if (rooms != null && lines.incrementAndGet() <= MOST_LINES) {
            String shown = line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
            console.println("  " + Quoted.printable(shown));
        }
    }

    @Override
    public void ended() {
        confirmed = true;
    }

    /** Whether the agent has said that nothing of the work is left there. */
    boolean isConfirmed() {
        return confirmed;
    }

    /** Ends what still runs, and answers no more. May block as long as the agent does not answer. */
    void close() {
        Rooms last = rooms;
        rooms = null;
        if (last != null) {
            last.commands().close();
        }
    }

    private <T> T answer(Question<T> question) throws AgentException, IOException, InterruptedException {
        Rooms open = rooms;
        try {
            if (open == null) {
                throw new RefusedException("Asking the controller", "the step has ended", "Run the build again.");
            }
            return question.of(open);
        } catch (DeliveryException e) {
            throw new AgentException(AgentFailure.of(e));
        } catch (RuntimeException e) {
            throw new AgentException(AgentFailure.ofMistake("Answering the agent", e));
        }
    }

    private static String host(String text) {
        boolean isOne;
        try {
            isOne = ImageReference.parse(text + "/any").host().equals(text);
        } catch (IllegalArgumentException e) {
            isOne = false;
        }
        if (!isOne) {
            throw new RefusedException(
                    "Choosing a registry", Quoted.of(text) + " is no host", "Correct the repository in the catalog.");
        }
        return text;
    }

    @FunctionalInterface
    private interface Question<T> {
        T of(Rooms open) throws IOException, InterruptedException;
    }
}
