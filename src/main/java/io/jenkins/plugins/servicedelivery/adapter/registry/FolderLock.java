package io.jenkins.plugins.servicedelivery.adapter.registry;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The right to change what lies in a folder, held against other threads and other processes by a lock file. */
final class FolderLock {
    private static final long PAUSE_MILLIS = 5;
    private final Path file;
    private final Duration most;

    /** @param most how long somebody else is waited for */
    FolderLock(Path file, Duration most) {
        this.file = file;
        this.most = most;
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T hold(Work<T> work) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = waitFor(channel)) {
            return work.run();
        }
    }

    private FileLock waitFor(FileChannel channel) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < most.toNanos()) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new UnavailableException(
                "Locking " + file,
                "another build has held it for " + most.toSeconds() + " s",
                "See which process has it open.");
    }

    /** The lock, or null where another process or another thread of this one has it. */
    @CheckForNull
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
