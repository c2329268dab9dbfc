package io.jenkins.plugins.servicedelivery.core.scan;

/**
 * Port: reads what a service's source tree says about the services it calls. Called by scanning, once per service, from
 * any thread; reads files only, executes nothing, opens no connection; the same tree gives the same answer. Whatever is
 * wrong with the tree (missing, too large, hostile) is a {@link Gap} of the answer and no failure.
 */
public interface SourceReader {
    /**
     * Reads the tree.
     *
     * @throws InterruptedException when the caller is interrupted
     */
    SourceTree read(SourceRequest request) throws InterruptedException;
}
