package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Confidence;
import io.jenkins.plugins.servicedelivery.core.scan.Mention;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes every value of a configuration file that gives a call away. */
final class SettingMentions {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?<host>[a-z][a-z0-9-]*)(?::\\d{1,5})?");
    private final Vocabulary vocabulary;
    private final Findings findings;

    SettingMentions(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    void find(Setting setting) {
        for (String part : setting.value().split(",")) {
            judge(setting.key(), part.strip(), setting.place());
        }
    }

    private void judge(String key, String value, Place place) {
        address(key, value, place);
        for (Placeholders.Placeholder placeholder : Placeholders.in(value)) {
            address(key, placeholder.otherwise(), place);
            boolean known = vocabulary.keys().contains(placeholder.key());
            if (known || Vocabulary.soundsLikeAddress(placeholder.key())) {
                mention(Mention.Kind.KEY, placeholder.key(), "setting-key", place);
            }
        }
    }

    private void address(String key, String value, Place place) {
        AddressPattern.find(value)
                .ifPresent(found -> mention(Mention.Kind.ADDRESS, found.toString(), "setting-url", place));
        Matcher host = HOST_AND_PORT.matcher(value);
        if (Vocabulary.soundsLikeAddress(key)
                && host.matches()
                && vocabulary.names().contains(host.group("host"))) {
            mention(Mention.Kind.NAME, host.group("host"), "setting-host", place);
        }
    }

    private void mention(Mention.Kind kind, String text, String rule, Place place) {
        findings.mention(new Mention(kind, text, rule, Confidence.LIKELY, place));
    }
}
