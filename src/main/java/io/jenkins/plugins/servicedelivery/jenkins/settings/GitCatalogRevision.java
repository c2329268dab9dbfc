package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.plugins.git.GitSCM;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jenkins.plugins.git.GitSCMFileSystem;
import jenkins.scm.api.SCMFileSystem;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The commit at the tip of the branch that was read, if it holds what was read. The branch may have moved in the meantime,
 * so every file is compared.
 */
@Extension(optional = true)
public final class GitCatalogRevision implements CatalogRevision {
    @Override
    public Optional<String> find(SCMFileSystem system, CatalogSource source, SortedMap<String, String> texts)
            throws IOException, InterruptedException {
        if (!(system instanceof GitSCMFileSystem git) || !(source.getScm() instanceof GitSCM scm)) {
            return Optional.empty();
        }
        return git.invoke(repository -> tip(repository, scm, folder(source), texts));
    }

    private static Optional<String> tip(
            Repository repository, GitSCM scm, String folder, SortedMap<String, String> texts) throws IOException {
        Ref ref = repository.exactRef(trackingRef(scm));
        if (ref == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository);
                ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
            RevCommit commit = walk.parseCommit(ref.getObjectId());
            for (Map.Entry<String, String> text : texts.entrySet()) {
                ObjectId read = hash.idFor(Constants.OBJ_BLOB, text.getValue().getBytes(StandardCharsets.UTF_8));
                if (!read.equals(file(repository, commit, folder + text.getKey()))) {
                    return Optional.empty();
                }
            }
            return Optional.of("commit " + commit.name());
        }
    }

    @CheckForNull
    private static ObjectId file(Repository repository, RevCommit commit, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(repository, path, commit.getTree())) {
            return found == null ? null : found.getObjectId(0);
        }
    }

    private static String trackingRef(GitSCM scm) {
        String remote = Util.fixEmpty(scm.getUserRemoteConfigs().get(0).getName());
        String branch = scm.getBranches().get(0).getName().replaceFirst("^(refs/heads/|refs/tags/|\\*/)", "");
        return Constants.R_REMOTES + (remote == null ? Constants.DEFAULT_REMOTE_NAME : remote) + "/" + branch;
    }

    private static String folder(CatalogSource source) {
        String folder = source.getFolder();
        return folder == null ? "" : folder.replaceFirst("/*$", "/");
    }
}
