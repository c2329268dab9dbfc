package io.jenkins.plugins.servicedelivery.core.productline;

import java.util.List;

/**
 * The people who answer for a service: one or two main owners and up to two backups ("one main, several seconds").
 * They are user ids of the system that runs the product.
 */
public record Owners(List<String> main, List<String> backup) {
    /** The most main owners and the most backups a service may have. */
    public static final int MOST = 2;

    /** Nobody named; only a product line without defaults has this, and the catalog check reports it. */
    public static final Owners NOBODY = new Owners(List.of(), List.of());

    public Owners {
        main = List.copyOf(main);
        backup = List.copyOf(backup);
    }
}
