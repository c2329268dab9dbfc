package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of the index, made up. */
public final class LineFiles {
    private static final List<String> ENVIRONMENTS =
            List.of("development", "integration", "production", "staging", "test");

    private LineFiles() {}

    /** Where the files are. */
    public static Path folder() {
        return JenkinsFacade.ownFolder().resolve("index");
    }

    /** A line with so many services in five environments, all delivered by one build. */
    public static void write(String cluster, String line, int services, Optional<BuildRef> build) throws IOException {
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            for (String environment : ENVIRONMENTS) {
                entries.add(entry(environment, "service-%04d".formatted(i), build));
            }
        }
        DeliveryIndex.get()
                .replace(cluster, List.of(new IndexedLine(IndexedLine.SCHEMA, cluster, line, true, entries)));
    }

    private static IndexEntry entry(String environment, String service, Optional<BuildRef> build) {
        String digest = Digest.of(service).value();
        return IndexEntry.of(environment, service)
                .running(new RunningVersion(service + "-12345678", digest, digest))
                .candidate(service + "-87654321", 25)
                .in(new IndexEntry.State("release.Holding", "candidate at 25 %", Instant.EPOCH))
                .judged("candidate 0 of 12 requests failed (0 %), stable 0 of 99 requests failed (0 %): undecided")
                .by(build);
    }
}
