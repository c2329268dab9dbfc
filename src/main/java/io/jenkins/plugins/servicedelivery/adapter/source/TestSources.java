package io.jenkins.plugins.servicedelivery.adapter.source;

import java.nio.file.Path;
import java.util.Locale;

/** Tells tests from what is delivered, by the folders that Maven and Gradle use: a call in a test is no dependency. */
final class TestSources {
    private TestSources() {}

    /** Whether a file lies in a test's folder below the service's folder. */
    static boolean holds(Path folder, Path file) {
        Path inside = folder.relativize(file);
        String before = "";
        for (int i = 0; i < inside.getNameCount() - 1; i++) {
            String name = inside.getName(i).toString();
            if (before.equals("src") && isTestSet(name)) {
                return true;
            }
            before = name;
        }
        String first = inside.getName(0).toString();
        return inside.getNameCount() > 1 && (first.equals("test") || first.equals("tests"));
    }

    private static boolean isTestSet(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("it") || lower.startsWith("test") || lower.endsWith("test") || lower.endsWith("tests");
    }
}
