package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Confidence;
import io.jenkins.plugins.servicedelivery.core.scan.Mention;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes every value of a configuration file that gives a call away. */
final class SettingMentions {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?<host>[a-z][a-z0-9-]*)(?::\\d{1,5})?");
    /** As in {@code spring.config.import: optional:configserver:http://config:8888}. */
    private static final Pattern IMPORT_PREFIX = Pattern.compile("^(?:optional:)?(?:configserver:)?");

    private final Vocabulary vocabulary;
    private final Notes notes;

    SettingMentions(Vocabulary vocabulary, Notes notes) {
        this.vocabulary = vocabulary;
        this.notes = notes;
    }

    void find(Setting setting) {
        for (String part : setting.value().split(",")) {
            judge(setting.key(), IMPORT_PREFIX.matcher(part.strip()).replaceFirst(""), setting.place());
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
        notes.mention(new Mention(kind, text, rule, Confidence.LIKELY, place));
    }
}
