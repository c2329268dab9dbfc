package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.scm.SCM;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogTexts;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jenkins.scm.api.SCMFile;
import jenkins.scm.api.SCMFileSystem;

/**
 * The files of a catalog where the settings say that they are: read on the controller, without a checkout, from the
 * branch that is set. Links are not followed.
 */
public final class CatalogFiles {
    private static final int MOST_ENTRIES = 50_000;

    private final CatalogTexts texts;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private int entries;

    private CatalogFiles(String origin) {
        this.texts = new CatalogTexts(origin, problems);
    }

    /**
     * What was read.
     *
     * @param texts by file name relative to the catalog's folder
     * @param origin where they come from, in words
     * @param revision which revision of it: a commit where that is known, else a fingerprint of the texts
     */
    public record Read(SortedMap<String, String> texts, String origin, String revision) {}

    private record Folder(SCMFile file, String prefix) {}

    /**
     * The files of the catalog of this product line as they are now.
     *
     * @throws RefusedException where the SCM cannot be read without a checkout
     * @throws FailedException where it does not answer, or has no such branch or folder
     * @throws InvalidInputException where files of the catalog cannot be read
     */
    public static Read read(BoundLine line) throws InterruptedException {
        String tried = "Reading the catalog of " + line.binding().getLine();
        CatalogSource source = line.binding().getCatalog();
        if (source == null || source.getScm() == null) {
            throw new FailedException(tried, line.place() + " name no SCM", "Complete them.");
        }
        SCM scm = source.getScm();
        String origin = origin(scm, source.getFolder());
        refuseWhatIsNotForFolders(line, scm, tried);
        if (!SCMFileSystem.supports(scm)) {
            throw notWithoutCheckout(tried, origin);
        }
        try (SCMFileSystem system = SCMFileSystem.of(line.owner(), scm)) {
            if (system == null) {
                throw notWithoutCheckout(tried, origin);
            }
            CatalogFiles files = new CatalogFiles(origin);
            files.readFrom(folder(system, source, tried));
            if (!files.problems.isEmpty()) {
                throw new InvalidInputException(tried, files.problems);
            }
            SortedMap<String, String> texts = files.texts.texts();
            return new Read(texts, origin, CatalogRevision.of(system, source, texts));
        } catch (IOException e) {
            throw new FailedException(
                    tried,
                    origin + " cannot be read (" + reason(e) + ")",
                    "Check address, branch and credential in " + line.place() + ", and that the server answers.",
                    e);
        }
    }

    /** Whoever may configure a folder may not read from the disk of the controller, as nobody may who checks out there. */
    private static void refuseWhatIsNotForFolders(BoundLine line, SCM scm, String tried) {
        if (line.folder().isPresent() && LocalAddresses.any(scm)) {
            throw new RefusedException(
                    tried,
                    place(scm) + " is on the disk of the controller, which the settings of a folder may not name",
                    "Name an address that the controller reaches over the network, or let an administrator bind the line"
                            + " in the global settings.");
        }
    }

    private static RefusedException notWithoutCheckout(String tried, String origin) {
        return new RefusedException(
                tried,
                origin + " cannot be read without a checkout",
                "Run the step inside a node, or name in the settings an SCM of a kind that can, such as Git, with one"
                        + " address and one branch without wildcards.");
    }

    private static SCMFile folder(SCMFileSystem system, CatalogSource source, String tried)
            throws IOException, InterruptedException {
        String wanted = source.getFolder();
        if (wanted == null) {
            return system.getRoot();
        }
        // what was loaded from a config.xml never met the setter
        if (CatalogSource.whyNoFolder(wanted).isPresent()) {
            throw new RefusedException(
                    tried, Quoted.of(wanted) + " leads out of the catalog", "Correct the folder in the settings.");
        }
        SCMFile folder = system.child(wanted);
        if (!folder.isDirectory()) {
            throw new FailedException(
                    tried, place(source.getScm()) + " has no folder " + wanted, "Correct the folder in the settings.");
        }
        return folder;
    }

    private void readFrom(SCMFile root) throws IOException, InterruptedException {
        folders.add(new Folder(root, ""));
        while (!folders.isEmpty()) {
            Folder folder = folders.remove();
            for (SCMFile file : folder.file().children()) {
                if (++entries > MOST_ENTRIES || !take(file, folder.prefix())) {
                    texts.refuseMore();
                    return;
                }
            }
        }
    }

    /** Returns whether there is room for more. */
    private boolean take(SCMFile file, String prefix) throws IOException, InterruptedException {
        String name = Quoted.printable(prefix + file.getName());
        if (CatalogTexts.isYaml(file.getName())) {
            SCMFile.Type type = file.getType();
            if (type == SCMFile.Type.REGULAR_FILE) {
                try (InputStream content = file.content()) {
                    return texts.add(name, content);
                }
            }
            if (type == SCMFile.Type.LINK && prefix.isEmpty()) {
                problems.add(new Problem(
                        "link-in-catalog",
                        "The file is a link, which is not followed.",
                        Place.outside(name),
                        "",
                        "Put the file itself there."));
            }
        }
        if (!CatalogTexts.isLeftOut(file.getName()) && file.isDirectory()) {
            folders.add(new Folder(file, name + "/"));
        }
        return true;
    }

    private static String origin(SCM scm, @CheckForNull String folder) {
        return (folder == null ? "" : "the folder " + folder + " of ") + place(scm);
    }

    private static String place(SCM scm) {
        return withoutLogins(Optional.ofNullable(scm.getKey()).orElseGet(scm::getType));
    }

    /** People write passwords into addresses. */
    private static String withoutLogins(String text) {
        return Quoted.printable(text.replaceAll("://[^/@\\s]*@", "://"));
    }

    /** The last line of what a program has said is the one that says why. */
    private static String reason(IOException e) {
        if (e instanceof FileNotFoundException) {
            return "a file has gone";
        }
        String message =
                Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String last = lines.isEmpty() ? message : lines.get(lines.size() - 1);
        return withoutLogins(last);
    }
}
