package io.jenkins.plugins.servicedelivery.jenkins.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of everything that addresses lead to, and who may go there how. */
final class GoldenTable {
    static final Path FILE = Path.of("src", "test", "resources")
            .resolve(GoldenTable.class.getPackageName().replace('.', '/'))
            .resolve("web-methods.txt");

    private GoldenTable() {}

    /**
     * A line of it.
     *
     * @param verb {@code GET} or {@code POST}; {@code none} for what has no address of its own
     * @param needs the permission that who asks must have; {@code nobody} where nobody gets there
     * @param address below the root of Jenkins, with the names of the scene in braces
     */
    record Row(String method, String verb, String needs, String address) {
        boolean hasAddress() {
            return !verb.equals("none");
        }

        private static Row of(String line) {
            String[] cells = line.trim().split(" +");
            if (cells.length == 2 && cells[1].equals("none")) {
                return new Row(cells[0], cells[1], "", "");
            }
            if (cells.length != 4) {
                throw new IllegalArgumentException("no line of the table: " + line);
            }
            return new Row(cells[0], cells[1], cells[2], cells[3]);
        }

        @Override
        public String toString() {
            return verb + " " + address + " (" + method + ")";
        }
    }

    static List<Row> rows() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
