package io.jenkins.plugins.servicedelivery.jenkins.views;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints times the same way in every language, in the time zone of the controller as the console does. */
final class Times {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Times() {}

    static String print(Instant time) {
        return FORMAT.withZone(ZoneId.systemDefault()).format(time);
    }
}
