package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The right to build in a workspace, held against other steps and against work that a restart of the controller or the
 * agent has left behind. Whoever gets it first ends the processes of a holder that could not do so itself.
 */
final class WorkspaceLock implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(WorkspaceLock.class.getName());
    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_BYTES = 100;

    private final FileChannel channel;
    private final Path holder;

    private WorkspaceLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Waits for the lock as long as somebody else builds here.
     *
     * @param folder that only we use; made where it is missing
     * @param controller is told that there is a wait
     */
    static WorkspaceLock take(Path folder, Cookie cookie, Controller controller) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                await(channel, controller);
                WorkspaceLock lock = new WorkspaceLock(channel, folder.resolve(".holder"));
                lock.endWhatIsLeft();
                Files.writeString(lock.holder, cookie.value());
                taken = true;
                return lock;
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new FailedException(
                    "Locking the workspace",
                    folder + " cannot be written (" + e.getMessage() + ")",
                    "Let the agent write beside its workspace, and see that there is room.",
                    e);
        }
    }

    /** The holder's processes have ended by now, so nobody has to look for them. */
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(holder);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the lock of a workspace could not be given back in order", e);
        }
    }

    private static void await(FileChannel channel, Controller controller) throws IOException, InterruptedException {
        boolean told = false;
        while (!isTaken(channel)) {
            if (!told) {
                told = true;
                controller.say("another build of this workspace has not ended yet; waiting for it");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void endWhatIsLeft() throws IOException {
        if (!Files.exists(holder) || Files.size(holder) > MOST_BYTES) {
            return;
        }
        String text = Files.readString(holder).trim();
        if (Cookie.isOne(text)) {
            new Cookie(text).endProcesses();
        }
    }
}
