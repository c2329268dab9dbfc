package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.adapter.http.Credentials;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpAnswer;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpCall;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpCaller;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Images in a registry that speaks the OCI distribution specification, or Docker's registry protocol version 2. */
public final class DistributionRegistry extends OciRegistry {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int MOST_UPLOADS = 3;
    private static final String MANIFEST_TYPES = String.join(", ", MediaTypes.MANIFESTS);
    private final HttpConnection connection;
    private final Supplier<Optional<Login>> login;
    private final Timekeeper time;
    private final String rights;
    private final Map<String, HttpCaller> callers = new ConcurrentHashMap<>();

    /** @param login reads the login as it is now; empty where the registry asks for none */
    public DistributionRegistry(HttpConnection connection, Supplier<Optional<Login>> login, Timekeeper time) {
        this(connection, login, time, "pull,push");
    }

    private DistributionRegistry(
            HttpConnection connection, Supplier<Optional<Login>> login, Timekeeper time, String rights) {
        this.connection = connection;
        this.login = login;
        this.time = time;
        this.rights = rights;
    }

    /** The same registry for who only reads: no token is asked for that could do more. */
    public DistributionRegistry readOnly() {
        return new DistributionRegistry(connection, login, time, "pull");
    }

    /**
     * Asks the registry whether it is one and takes the login.
     *
     * @return what it calls itself
     */
    public String greet() throws InterruptedException {
        HttpCall call = HttpCall.of(
                "Asking the registry " + connection.origin().getAuthority(),
                "GET",
                connection.origin().resolve("/v2/"));
        Credentials credentials = new RegistryCredentials(connection, time, Optional.empty(), login);
        HttpAnswer answer = new HttpCaller(connection, credentials, time).call(call, Set.of(OK));
        return answer.header("Docker-Distribution-Api-Version").orElse("an OCI registry");
    }

    @Override
    public Optional<Digest> find(ImageReference image) throws InterruptedException {
        HttpCall call = HttpCall.of("Looking up " + image, "HEAD", manifestAddress(image))
                .with("Accept", MANIFEST_TYPES);
        HttpAnswer answer = caller(image).call(call, Set.of(OK, NOT_FOUND));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        Optional<Digest> named = image.digest().or(() -> answer.header("Docker-Content-Digest")
                .filter(text -> text.matches("sha256:[0-9a-f]{64}"))
                .map(Digest::parse));
        return named.isPresent() ? named : manifest(image).map(Manifest::digest);
    }

    @Override
    Optional<Manifest> manifest(ImageReference image) throws InterruptedException {
        String tried = "Reading the manifest of " + image;
        HttpCall call = HttpCall.of(tried, "GET", manifestAddress(image)).with("Accept", MANIFEST_TYPES);
        HttpAnswer answer = caller(image).call(call, Set.of(OK, NOT_FOUND));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        String mediaType = answer.header("Content-Type")
                .orElse(MediaTypes.MANIFEST)
                .split(";")[0]
                .strip();
        Manifest manifest = new Manifest(mediaType, answer.body());
        image.digest().ifPresent(digest -> refuseOther(tried, digest, manifest.digest()));
        return Optional.of(manifest);
    }

    @Override
    void putManifest(ImageReference target, Manifest manifest) throws InterruptedException {
        String name = target.tag().orElse(manifest.digest().value());
        HttpCall call = HttpCall.of("Pushing the manifest of " + target, "PUT", address(target, "/manifests/" + name))
                .with("Content-Type", manifest.mediaType())
                .sending(HttpCall.Body.of(manifest.bytes()));
        caller(target).call(call, Set.of(OK, CREATED, ACCEPTED));
    }

    @Override
    boolean hasBlob(ImageReference repository, Digest digest) throws InterruptedException {
        HttpCall call = HttpCall.of(
                "Looking for " + digest + " in " + repository.repository(),
                "HEAD",
                address(repository, "/blobs/" + digest));
        return caller(repository).call(call, Set.of(OK, NOT_FOUND)).status() == OK;
    }

    /** An upload is lost with its connection, so it is begun anew a few times; the same bytes give the same blob. */
    @Override
    void putBlob(ImageReference repository, Blob blob) throws InterruptedException {
        for (int upload = 1; ; upload++) {
            try {
                upload(repository, blob);
                return;
            } catch (UnavailableException e) {
                if (upload == MOST_UPLOADS) {
                    throw e;
                }
            }
        }
    }

    @Override
    void readBlob(ImageReference repository, Digest blob, OutputStream sink) throws InterruptedException {
        String tried = "Pulling " + blob + " of " + repository.repository();
        MessageDigest hash = Digest.sha256();
        HttpCall call = HttpCall.of(tried, "GET", address(repository, "/blobs/" + blob))
                .into(new DigestOutputStream(sink, hash));
        caller(repository).call(call, Set.of(OK));
        refuseOther(tried, blob, Digest.ofHash(hash.digest()));
    }

    private void upload(ImageReference repository, Blob blob) throws InterruptedException {
        String tried = "Pushing " + blob.digest() + " of " + repository.repository();
        HttpCall begin = HttpCall.of(tried, "POST", address(repository, "/blobs/uploads/"));
        HttpAnswer begun = caller(repository).call(begin, Set.of(ACCEPTED));
        HttpCall send = HttpCall.of(tried, "PUT", uploadAddress(tried, begun, blob))
                .with("Content-Type", "application/octet-stream")
                .sending(new HttpCall.Body(blob.size(), blob.content()::open))
                .repeatable(false);
        caller(repository).call(send, Set.of(CREATED));
    }

    private static URI uploadAddress(String tried, HttpAnswer begun, Blob blob) {
        String location = begun.header("Location")
                .orElseThrow(() -> new FailedException(
                        tried, "the registry did not say where to send it", "Check that it is a registry."));
        String target = location + (location.contains("?") ? "&" : "?") + "digest=" + blob.digest();
        try {
            return begun.address().resolve(target);
        } catch (IllegalArgumentException e) {
            throw new FailedException(
                    tried, "the registry named no address to send it to", "Check that it is a registry.", e);
        }
    }

    private static void refuseOther(String tried, Digest wanted, Digest found) {
        if (!wanted.equals(found)) {
            throw new FailedException(
                    tried,
                    "what came has the digest " + found + " and not " + wanted,
                    "Do not use it: the registry or something on the way has changed it.");
        }
    }

    /** The scope of a token is a repository, so each has its own caller. */
    private HttpCaller caller(ImageReference repository) {
        return callers.computeIfAbsent(
                repository.path(),
                path -> new HttpCaller(connection, credentials("repository:" + path + ":" + rights), time));
    }

    private Credentials credentials(String scope) {
        return new RegistryCredentials(connection, time, Optional.of(scope), login);
    }

    private URI manifestAddress(ImageReference image) {
        String name = image.digest().map(Digest::value).or(image::tag).orElse("latest");
        return address(image, "/manifests/" + name);
    }

    private URI address(ImageReference repository, String rest) {
        return connection.origin().resolve("/v2/" + repository.path() + rest);
    }
}
