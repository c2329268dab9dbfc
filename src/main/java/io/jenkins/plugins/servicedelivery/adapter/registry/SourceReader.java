package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a service's source folder adds to the inputs of its image. */
final class SourceReader {
    /** Beside the sources in the same folder, and no part of them: version control and our own state. */
    private static final Set<String> NO_SOURCES = Set.of(".git", ".service-delivery");

    private static final String SIMULATION_FILE = "simulation.properties";
    private static final int LONGEST_VALUE = 200;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

    /** Digests of all source files over their bytes and executable bit, without the recipe's outputs. */
    SortedMap<String, Digest> files(BuildPlan plan) throws InterruptedException {
        SourceFolder folder = SourceFolder.of(plan);
        SortedMap<String, Digest> digests = new TreeMap<>();
        try {
            for (Map.Entry<String, Path> file :
                    folder.files(folder.root(), skipped(plan, folder)).entrySet()) {
                digests.put(file.getKey(), digest(file.getValue()));
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("reading the sources was interrupted");
        } catch (IOException e) {
            throw FileFailure.of(tried(plan), e);
        }
        return digests;
    }

    /** The entries of {@code simulation.properties}, where the source folder has that file. */
    SortedMap<String, String> simulation(BuildPlan plan) {
        SourceFolder folder = SourceFolder.of(plan);
        if (!Files.exists(folder.root().resolve(SIMULATION_FILE))) {
            return new TreeMap<>();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.below(SIMULATION_FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw FileFailure.of(tried(plan), e);
        } catch (IllegalArgumentException e) {
            throw bad(plan, e.getMessage());
        }
        SortedMap<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        entries.forEach((key, value) -> check(plan, key, value));
        return entries;
    }

    private static void check(BuildPlan plan, String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw bad(plan, "\"" + key.replaceAll("\\p{Cntrl}", "?") + "\" is no key");
        }
        if (value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isISOControl)) {
            throw bad(
                    plan, "the value of " + key + " is longer than " + LONGEST_VALUE + " characters or no plain text");
        }
    }

    private static FailedException bad(BuildPlan plan, String because) {
        return new FailedException(
                tried(plan), because + " in " + SIMULATION_FILE, "See the documentation of the simulated cluster.");
    }

    private static Predicate<Path> skipped(BuildPlan plan, SourceFolder folder) {
        Set<Path> outputs = plan.recipe().outputs().stream()
                .map(output -> folder.root().resolve(output).normalize())
                .collect(Collectors.toSet());
        List<Path> modules = plan.request().service().modules().stream()
                .map(module -> folder.root().resolve(module).normalize())
                .toList();
        return path -> NO_SOURCES.contains(path.getFileName().toString())
                || outputs.contains(path)
                || isOfAnotherModule(path, folder.root(), modules);
    }

    /** Where modules are named, they and the files beside them are the sources; other folders are not. */
    private static boolean isOfAnotherModule(Path path, Path root, List<Path> modules) {
        boolean besideModules = path.equals(root) || (path.getParent().equals(root) && !Files.isDirectory(path));
        return !modules.isEmpty()
                && !besideModules
                && modules.stream().noneMatch(module -> path.startsWith(module) || module.startsWith(path));
    }

    private static Digest digest(Path file) throws IOException {
        MessageDigest hash = Digest.sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hash.update(buffer, 0, count);
            }
        }
        return Fingerprint.of("source file")
                .add("bytes", Digest.ofHash(hash.digest()).value())
                .add("executable", Boolean.toString(SourceFolder.isExecutable(file)))
                .digest();
    }

    private static String tried(BuildPlan plan) {
        return "Reading the sources of " + plan.request().service().name();
    }
}
