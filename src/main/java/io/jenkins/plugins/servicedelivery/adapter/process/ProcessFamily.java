package io.jenkins.plugins.servicedelivery.adapter.process;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and everything it has started. */
final class ProcessFamily {
    private static final long GRACE_SECONDS = 2;
    private final Process parent;

    ProcessFamily(Process parent) {
        this.parent = parent;
    }

    /**
     * Ends all of the family: asked first, forced after a short grace. The children are listed before the parent is
     * asked, because an orphan belongs to nobody any more. An interruption cuts the grace short and stays set.
     */
    void end() {
        List<ProcessHandle> members = Stream.concat(parent.toHandle().descendants(), Stream.of(parent.toHandle()))
                .toList();
        members.forEach(ProcessHandle::destroy);
        if (!endedInTime()) {
            parent.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        }
        members.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean endedInTime() {
        try {
            return parent.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
