package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from using one state folder at once. The system lets go of it when the process ends, however. */
final class StateLock implements AutoCloseable {
    static final String FILE = "cluster.lock";

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of this folder, which is made where it is missing. */
    static StateLock of(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new RefusedException(
                        "Opening the simulated cluster in " + folder,
                        "another process uses it and has locked " + file,
                        "Wait until that has ended, or name another folder.");
            }
            return new StateLock(channel);
        } catch (IOException e) {
            throw new FailedException(
                    "Opening the simulated cluster in " + folder,
                    reason(e),
                    "Make the folder writable, or name another one.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new FailedException(
                    "Closing the simulated cluster", String.valueOf(e.getMessage()), "Its state has been saved.", e);
        }
    }

    /** Some failures of files have a message that is the path alone; their names say what is wrong. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        return e instanceof FileAlreadyExistsException found
                ? found.getFile() + " is a file, not a folder"
                : String.valueOf(e.getMessage());
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has the folder open already
        }
    }
}
