package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A controller that remembers what it was told; a command ends when the test says so. */
final class RecordingGate implements ControllerGate {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    final Map<String, CommandOrder> begun = Collections.synchronizedMap(new TreeMap<>());
    final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
    final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    final TreeSet<String> held = new TreeSet<>();
    volatile CommandEnd end;
    volatile IncomingLayout incoming;

    @Override
    public Destination destination(String line, String host) {
        return new Destination(host, null);
    }

    @Override
    public RegistryAccess baseRegistry(String host) throws AgentException {
        throw new AgentException(AgentFailure.of(new FailedException("Looking up " + host, "there is none", "No.")));
    }

    @Override
    public String find(String image) {
        return null;
    }

    @Override
    public List<String> lacking(List<String> digests) {
        return new ArrayList<>(
                digests.stream().filter(digest -> !held.contains(digest)).toList());
    }

    @Override
    public void receive(String file, long offset, byte[] piece) {
        if (offset == 0) {
            sent.add(file);
        }
        if (incoming != null) {
            incoming.receive(file, offset, piece);
        }
    }

    @Override
    public void begin(String id, CommandOrder order) {
        begun.put(id, order);
    }

    @Override
    public CommandEnd look(String id) {
        return end;
    }

    @Override
    public String stop(String id) {
        stopped.add(id);
        return "the last words";
    }

    @Override
    public void say(String line) {
        lines.add(line);
    }

    @Override
    public void ended() {
        lines.add("ended");
    }
}
