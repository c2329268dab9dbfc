package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry that lives as long as a test, and tells what was asked of it. */
public final class InMemoryRegistry implements Registry {
    private final Map<String, Digest> names = new ConcurrentHashMap<>();
    private final Map<Digest, ImageLabels> images = new ConcurrentHashMap<>();
    private final Map<Digest, List<ImageRecord>> records = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Puts an image with these labels; its digest is a function of them. */
    public ImageReference put(ImageReference repository, ImageLabels labels) {
        Digest digest = Digest.of(labels.values().toString());
        images.put(digest, labels);
        names.put(repository.at(digest).toString(), digest);
        return repository.at(digest);
    }

    /** What was asked, in order, for example {@code find registry.local/shop/orders:in-0123}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Optional<Digest> find(ImageReference image) {
        requests.add("find " + image);
        return Optional.ofNullable(names.get(image.toString()));
    }

    @Override
    public Optional<ImageLabels> labels(ImageReference image) {
        requests.add("labels " + image);
        return Optional.ofNullable(names.get(image.toString())).map(images::get);
    }

    @Override
    public void tag(ImageReference image, String tag) {
        requests.add("tag " + image.repository() + ":" + tag);
        if (!names.containsKey(image.toString())) {
            throw new FailedException("Tagging " + image, "the image is not there", "Build or push it first.");
        }
        names.put(image.tagged(tag).toString(), image.digest().orElseThrow());
    }

    @Override
    public void attach(ImageReference image, ImageRecord record) {
        requests.add("attach " + image);
        List<ImageRecord> attached = records.computeIfAbsent(image.digest().orElseThrow(), digest -> new ArrayList<>());
        if (!attached.contains(record)) {
            attached.add(record);
        }
    }

    @Override
    public List<ImageRecord> records(ImageReference image) {
        return records.getOrDefault(image.digest().orElseThrow(), List.of()).stream()
                .sorted(Comparator.comparing(ImageRecord::builtAt))
                .toList();
    }
}
