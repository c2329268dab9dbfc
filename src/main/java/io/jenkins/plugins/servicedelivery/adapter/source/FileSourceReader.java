package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.scan.SourceReader;
import io.jenkins.plugins.servicedelivery.core.scan.SourceRequest;
import io.jenkins.plugins.servicedelivery.core.scan.SourceTree;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads source trees from folders of this machine. */
public final class FileSourceReader implements SourceReader {
    private static final Predicate<SourceFile> JAVA = file -> file.extension().equals("java");
    private final ReadingLimits limits;

    /** A reader with the standard limits. */
    public FileSourceReader() {
        this(ReadingLimits.STANDARD);
    }

    public FileSourceReader(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public SourceTree read(SourceRequest request) throws InterruptedException {
        Notes notes = new Notes();
        Optional<Path> folder = folder(request);
        if (folder.isEmpty()) {
            String detail = "there is no folder \"" + request.folder() + "\" inside the catalog's folder";
            notes.gap(new Gap(Gap.Kind.MISSING, detail, new Place(request.folder(), 0, 0)));
            return new SourceTree(List.of(), notes.gaps(), 0, 0);
        }
        List<SourceFile> files = walk(request, folder.get(), notes);
        Contents contents = new Contents(limits, notes);
        readFiles(
                folder.get(),
                files.stream()
                        .filter(file -> !TestSources.holds(folder.get(), file.path()))
                        .toList(),
                Vocabulary.of(request),
                contents,
                notes);
        return new SourceTree(notes.mentions(), notes.gaps(), files.size(), contents.count());
    }

    /** The folder; one that lies outside the root, by a link for example, counts as missing. */
    private static Optional<Path> folder(SourceRequest request) {
        try {
            Path root = Path.of(request.root()).toRealPath();
            Path folder = root.resolve(request.folder()).toRealPath();
            return Optional.of(folder).filter(path -> path.startsWith(root)).filter(Files::isDirectory);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<SourceFile> walk(SourceRequest request, Path folder, Notes notes) throws InterruptedException {
        Path root = root(request, folder);
        Set<Path> outputs = request.outputs().stream()
                .map(output -> folder.resolve(output).normalize())
                .collect(Collectors.toSet());
        TreeWalk walk = new TreeWalk(root, outputs, limits);
        if (request.modules().isEmpty()) {
            walk.walk(folder);
        }
        for (String module : request.modules()) {
            walk.walk(folder.resolve(module).normalize());
        }
        walk.gaps(folder).forEach(notes::gap);
        return walk.files();
    }

    private static Path root(SourceRequest request, Path folder) {
        try {
            return Path.of(request.root()).toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    private void readFiles(Path folder, List<SourceFile> files, Vocabulary vocabulary, Contents contents, Notes notes) {
        LiteralFilter markers = new LiteralFilter(vocabulary.markers());
        new JavaTree(contents, vocabulary, limits, notes)
                .read(files.stream().filter(JAVA).toList(), markers);
        SettingMentions settings = new SettingMentions(vocabulary, notes);
        for (SourceFile file : files) {
            if (file.extension().equals("properties")) {
                text(file, contents).map(text -> PropertiesText.read(file.name(), text)).stream()
                        .flatMap(List::stream)
                        .forEach(settings::find);
            } else if (YamlSettings.isRead(folder, file)) {
                text(file, contents).map(text -> YamlSettings.read(file, text, notes)).stream()
                        .flatMap(List::stream)
                        .forEach(settings::find);
            } else {
                Technologies.ofFile(file).ifPresent(what -> notes.notRead(what, file.whole()));
            }
        }
    }

    private static Optional<String> text(SourceFile file, Contents contents) {
        return contents.bytes(file).map(bytes -> contents.text(file, bytes));
    }
}
