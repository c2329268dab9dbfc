package io.jenkins.plugins.servicedelivery.adapter.document;

/**
 * How much one YAML file may ask of its reader.
 *
 * @param codePoints the most characters of a file
 * @param depth the most mappings and lists in each other
 * @param nodes the most parts of one document, its aliases filled in
 * @param aliases the most uses of anchored mappings and lists in one document
 * @param keyLength the most characters of a key
 */
public record YamlLimits(int codePoints, int depth, int nodes, int aliases, int keyLength) {
    /** The limits of a catalog file. */
    public static final YamlLimits CATALOG = new YamlLimits(1 << 20, 20, 100_000, 50, 200);
}
