package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns what a file system reports into a message for people. */
final class FileFailure {
    private FileFailure() {}

    static FailedException of(String tried, IOException cause) {
        if (cause instanceof NoSuchFileException missing) {
            return new FailedException(tried, missing.getFile() + " is not there", "Check the path.", cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return new FailedException(
                    tried, "access to " + denied.getFile() + " is denied", "Check who owns it.", cause);
        }
        String text = String.valueOf(cause.getMessage());
        boolean full = text.contains("No space left") || text.contains("not enough space") || text.contains("quota");
        return new FailedException(
                tried,
                full ? "the disk is full (" + text + ")" : text,
                full ? "Make room and run again; nothing was left half written." : "Check the disk and run again.",
                cause);
    }
}
