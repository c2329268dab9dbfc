package io.jenkins.plugins.servicedelivery.adapter.source;

/**
 * How much of a source tree is read at most. What lies beyond is named in the report.
 *
 * @param fileBytes the size of one file
 * @param files files and folders in one tree
 * @param depth folders inside one another
 * @param totalBytes all files of one tree together
 * @param tokens words and symbols of one source file
 */
public record ReadingLimits(long fileBytes, int files, int depth, long totalBytes, int tokens) {
    /** Far above what a service's sources need, and low enough for an agent with a small heap. */
    public static final ReadingLimits STANDARD = new ReadingLimits(2L << 20, 50_000, 64, 256L << 20, 500_000);
}
