package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.ExtensionPoint;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import jenkins.scm.api.SCMFileSystem;
import jenkins.scm.api.SCMRevision;

/** Knows, for one kind of SCM whose file systems do not tell, which revision was read. */
public interface CatalogRevision extends ExtensionPoint {
    /**
     * The revision that holds exactly these texts; empty where that is not certain, or for another kind of SCM.
     *
     * @param texts what was read, by file name relative to the folder of the source
     */
    Optional<String> find(SCMFileSystem system, CatalogSource source, SortedMap<String, String> texts)
            throws IOException, InterruptedException;

    /** What to call the revision that was read. */
    static String of(SCMFileSystem system, CatalogSource source, SortedMap<String, String> texts)
            throws IOException, InterruptedException {
        SCMRevision revision = system.getRevision();
        if (revision != null) {
            return revision.toString();
        }
        for (CatalogRevision kind : JenkinsFacade.extensions(CatalogRevision.class)) {
            Optional<String> known = kind.find(system, source, texts);
            if (known.isPresent()) {
                return known.get();
            }
        }
        String digest = Fingerprint.of("catalog").add("texts", texts).digest().value();
        return "contents " + digest.substring(0, "sha256:".length() + 12);
    }
}
