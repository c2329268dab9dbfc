package io.jenkins.plugins.servicedelivery.adapter.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents for tests. */
final class DocumentFixtures {
    private DocumentFixtures() {}

    /** The catalog that {@code CatalogFixtures.shop()} is, as text. */
    static String shop() {
        return resource("shop.yaml");
    }

    static String resource(String name) {
        try (InputStream in = DocumentFixtures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
