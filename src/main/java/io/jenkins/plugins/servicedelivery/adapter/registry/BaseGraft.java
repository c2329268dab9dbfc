package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts the layers of one image on top of another: what both say of layers follows one another, and what the upper one
 * says of the process holds before what the base says.
 */
final class BaseGraft {
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final List<String> CHOICES = List.of("User", "WorkingDir");
    private static final List<String> MAPS = List.of("Labels", "ExposedPorts", "Volumes");
    private final ObjectNode config;
    private final List<Descriptor> layers;

    BaseGraft(Manifest base, ObjectNode baseConfig, Manifest upper, ObjectNode upperConfig) {
        this.config = grafted(baseConfig, upperConfig);
        this.layers = Stream.concat(base.layers().stream().map(BaseGraft::inOciWords), upper.layers().stream())
                .toList();
    }

    Blob config() {
        return Blob.of(OciJson.bytes(config));
    }

    Manifest manifest() {
        ObjectNode tree = OciJson.object().put("schemaVersion", 2).put("mediaType", MediaTypes.MANIFEST);
        Blob bytes = config();
        tree.set("config", new Descriptor(CONFIG, bytes.digest(), bytes.size()).toJson());
        ArrayNode list = tree.putArray("layers");
        layers.forEach(layer -> list.add(layer.toJson()));
        return Manifest.of(MediaTypes.MANIFEST, tree);
    }

    private static Descriptor inOciWords(Descriptor layer) {
        boolean docker = layer.mediaType().startsWith("application/vnd.docker.image.rootfs.diff.tar");
        return docker ? new Descriptor(LAYER, layer.digest(), layer.size()) : layer;
    }

    private static ObjectNode grafted(ObjectNode base, ObjectNode upper) {
        ObjectNode whole = base.deepCopy();
        whole.set("created", upper.path("created"));
        ObjectNode roots = whole.withObjectProperty("rootfs").put("type", "layers");
        append(roots.withArrayProperty("diff_ids"), upper.path("rootfs").path("diff_ids"));
        append(whole.withArrayProperty("history"), upper.path("history"));
        process(whole.withObjectProperty("config"), upper.path("config"));
        return whole;
    }

    private static void process(ObjectNode whole, JsonNode upper) {
        CHOICES.stream().filter(upper::hasNonNull).forEach(name -> whole.set(name, upper.get(name)));
        if (upper.hasNonNull("Entrypoint")) {
            whole.set("Entrypoint", upper.get("Entrypoint"));
            whole.remove("Cmd");
        }
        for (String name : MAPS) {
            upper.path(name).properties().forEach(entry -> whole.withObjectProperty(name)
                    .set(entry.getKey(), entry.getValue()));
        }
        variables(whole, upper.path("Env"));
    }

    private static void variables(ObjectNode whole, JsonNode upper) {
        Map<String, String> all = new TreeMap<>();
        Stream.of(whole.path("Env"), upper)
                .forEach(list -> list.forEach(text -> {
                    String[] variable = text.asText().split("=", 2);
                    all.put(variable[0], text.asText());
                }));
        ArrayNode list = whole.putArray("Env");
        all.values().forEach(list::add);
    }

    private static void append(ArrayNode list, JsonNode more) {
        more.forEach(list::add);
    }
}
