package io.jenkins.plugins.servicedelivery.jenkins.records;

import java.util.List;

/**
 * What came of making the index anew.
 *
 * @param entries how many it has now
 * @param failures the clusters that did not answer, and why; what was known of them has stayed
 */
public record Rebuilt(int entries, List<String> failures) {}
