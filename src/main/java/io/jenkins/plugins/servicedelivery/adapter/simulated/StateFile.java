package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The one file in which the simulated cluster is kept. It is always replaced as a whole: whoever kills the process, at
 * whatever moment, finds the state before the last change or the one after it.
 */
final class StateFile implements StateStore {
    static final String FILE = "cluster.json";
    static final String DRAFT = "cluster.json.new";
    private static final long MOST_BYTES = 256L << 20;

    private final Path file;
    private final Path draft;
    private final StateCodec codec;
    private final StateLock lock;

    private StateFile(Path folder, StateCodec codec, StateLock lock) {
        this.file = folder.resolve(FILE);
        this.draft = folder.resolve(DRAFT);
        this.codec = codec;
        this.lock = lock;
    }

    /** The file in this folder, which is made where it is missing; nobody else has it until this is closed. */
    static StateFile in(Path folder, StateCodec codec) {
        return new StateFile(folder, codec, StateLock.of(folder));
    }

    /** What is kept; empty where nothing was ever kept. */
    Optional<WorldState> load() {
        String what = "the simulated cluster in " + file;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it has more than " + MOST_BYTES + " bytes");
            }
            return Optional.of(codec.read(Files.readAllBytes(file), what));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FailedException(
                    "Reading " + what, reason(e), "Make the file readable, or name another folder.", e);
        }
    }

    @Override
    public void save(WorldState state) {
        byte[] text = codec.write(state);
        try {
            writeDraft(text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FailedException(
                    "Saving the simulated cluster in " + file,
                    reason(e),
                    "Make room on the disk, or name another folder. What was saved before is still there.",
                    e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    /** A plain stream, because an interrupted thread cannot write through a channel, and an abort has to be recorded. */
    private void writeDraft(byte[] text) throws IOException {
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            out.write(text);
            out.getFD().sync();
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
