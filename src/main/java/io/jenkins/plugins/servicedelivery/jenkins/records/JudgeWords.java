package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Count;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the judge said, with its numbers, in the story of a release. */
final class JudgeWords {
    private static final String RULING = ": (?<ruling>pass|fail|inconclusive|undecided)";
    private static final String COUNT =
            " (?<%1$sErrors>\\d{1,18}) of (?<%1$sTotal>\\d{1,18}) requests failed" + " \\((?<%1$sRate>[^)]{1,20})\\)";

    private static final Pattern WITH_NUMBERS = Pattern.compile("(?:.* )?(?<text>candidate"
            + COUNT.formatted("candidate") + ", stable" + COUNT.formatted("stable") + ".*" + RULING + ")");

    private static final Pattern WITHOUT_NUMBERS =
            Pattern.compile("(?:.*: )?(?<text>(?:the metric source |not all of ).*" + RULING + ")");

    /** What a person writes may look like anything. */
    private static final String OF_A_PERSON = " asked for";

    private JudgeWords() {}

    /** The last verdict in a story. */
    static Optional<Verdict> last(List<Evidence> story) {
        for (int i = story.size() - 1; i >= 0; i--) {
            Evidence evidence = story.get(i);
            if (evidence.kind().equals("transition")) {
                Optional<Verdict> verdict = parse(evidence.at(), evidence.text());
                if (verdict.isPresent()) {
                    return verdict;
                }
            }
        }
        return Optional.empty();
    }

    /** The verdict that a text ends with. */
    static Optional<Verdict> parse(Instant at, String text) {
        if (text.contains(OF_A_PERSON)) {
            return Optional.empty();
        }
        Matcher numbers = WITH_NUMBERS.matcher(text);
        if (numbers.matches()) {
            return Optional.of(new Verdict(
                    at,
                    numbers.group("ruling"),
                    Optional.of(count(numbers, "candidate")),
                    Optional.of(count(numbers, "stable")),
                    numbers.group("text")));
        }
        Matcher bare = WITHOUT_NUMBERS.matcher(text);
        return bare.matches()
                ? Optional.of(
                        new Verdict(at, bare.group("ruling"), Optional.empty(), Optional.empty(), bare.group("text")))
                : Optional.empty();
    }

    private static Count count(Matcher matcher, String who) {
        return new Count(
                Long.parseLong(matcher.group(who + "Errors")),
                Long.parseLong(matcher.group(who + "Total")),
                matcher.group(who + "Rate"));
    }
}
