package io.jenkins.plugins.servicedelivery.jenkins.records;

import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One line of the index, in memory and in its file. Where several change it at once, one of them writes for all: nobody
 * goes on before what he changed is written.
 */
final class IndexShelf {
    private static final Logger LOGGER = Logger.getLogger(IndexShelf.class.getName());

    private final JsonFile<IndexedLine> file;
    private final Object writing = new Object();

    private volatile IndexedLine line;
    private IndexedLine written;

    IndexShelf(JsonFile<IndexedLine> file, IndexedLine line) {
        this.file = file;
        this.line = line;
        this.written = line;
    }

    IndexedLine line() {
        return line;
    }

    void change(UnaryOperator<IndexedLine> change) {
        synchronized (this) {
            line = change.apply(line);
        }
        synchronized (writing) {
            write(line);
        }
    }

    private void write(IndexedLine newest) {
        if (newest.equals(written)) {
            return;
        }
        try {
            if (newest.entries().isEmpty()) {
                file.delete();
            } else {
                file.write(newest);
            }
            written = newest;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The index could not be kept in " + file + "; it can be built again");
        }
    }
}
