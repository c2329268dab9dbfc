package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record that this version of the product cannot understand, because a newer one wrote it or its kind is not known
 * here. It can be listed and shown; it counts as terminal, so that nobody here touches it.
 */
final class RecordOfOthers {
    private RecordOfOthers() {}

    /** What is kept of it: everything, as it was written. */
    record UnknownPlan(JsonNode original) implements Plan {
        @Override
        public List<String> claims() {
            return List.of();
        }
    }

    /** The phrase that its writer left for readers. */
    record UnknownState(String phrase) implements State {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public boolean isSettled() {
            return true;
        }
    }

    /** The record as far as it can be shown. */
    static Record<?, ?> shown(RecordKey key, JsonNode tree, String version, String why) {
        return new Record<>(
                key,
                tree.path("kind").asText("unknown") + " (" + why + ")",
                new UnknownPlan(tree),
                new UnknownState(tree.path("phrase").asText("unknown") + " (" + why + ")"),
                Optional.empty(),
                tree.path("startedBy").asText(""),
                time(tree.path("created")),
                time(tree.path("updated")),
                Duration.ZERO,
                version);
    }

    private static Instant time(JsonNode text) {
        try {
            return Instant.parse(text.asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH; // only shown: a newer version may write times in another form
        }
    }
}
