package io.jenkins.plugins.servicedelivery.adapter.registry;

import java.util.List;

/** The media types of the OCI image specification that we read or write, and Docker's for the same things. */
final class MediaTypes {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String EMPTY = "application/vnd.oci.empty.v1+json";
    static final String RECORD = "application/vnd.jenkins.service-delivery.record.v1+json";
    static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    /** Everything a manifest may be, in the order we like best. */
    static final List<String> MANIFESTS = List.of(MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_INDEX);

    private MediaTypes() {}

    static boolean isIndex(String mediaType) {
        return INDEX.equals(mediaType) || DOCKER_INDEX.equals(mediaType);
    }
}
