package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A folder of the workspace that an argument names. Nothing outside the workspace is ever read. */
public final class WorkspaceFolder {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private WorkspaceFolder() {}

    /**
     * Refuses a name that leads out of the workspace, without looking at any machine.
     *
     * @param argument the argument that names it
     * @param folder relative to the workspace; empty for the workspace itself
     */
    public static String checked(String argument, String folder) {
        String name = folder.trim().replace('\\', '/');
        if (name.startsWith("/")
                || DRIVE.matcher(name).matches()
                || Arrays.asList(name.split("/")).contains("..")) {
            throw leadsOut(argument, folder);
        }
        return name;
    }

    /** The folder on this machine, links followed; it must be there and inside the workspace. */
    static Path in(Path workspace, String argument, String folder) {
        String name = checked(argument, folder);
        try {
            Path root = workspace.toRealPath();
            Path real = root.resolve(name).toRealPath();
            if (!real.startsWith(root)) {
                throw leadsOut(argument, folder);
            }
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException | InvalidPathException e) {
            throw missing(argument, folder, e);
        }
        throw missing(argument, folder, null);
    }

    private static RefusedException leadsOut(String argument, String folder) {
        return new RefusedException(
                "Reading the argument \"" + argument + "\"",
                Quoted.of(folder) + " leads out of the workspace",
                "Name a folder of the workspace.");
    }

    private static FailedException missing(String argument, String folder, @CheckForNull Exception cause) {
        return new FailedException(
                "Reading the argument \"" + argument + "\"",
                folder.isBlank()
                        ? "the workspace is not there"
                        : "there is no folder " + Quoted.of(folder) + " in the workspace",
                "Check the sources out first, and name the folder of the catalog.",
                cause);
    }
}
