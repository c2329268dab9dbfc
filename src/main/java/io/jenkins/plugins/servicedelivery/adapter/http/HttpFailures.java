package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** What to say when a call fails. Only the host is named: paths and queries may hold what must not be shown. */
final class HttpFailures {
    private static final String SERVER_LATER = "Look at the server, or try again later.";
    private final String tried;
    private final URI address;
    private final Redaction redaction;

    HttpFailures(String tried, URI address, Redaction redaction) {
        this.tried = tried;
        this.address = address;
        this.redaction = redaction;
    }

    /** Whether the same request would fail in the same way again. */
    static boolean isFinal(IOException failure) {
        return failure instanceof BodyReceiver.TooLargeException
                || failure instanceof BodyReceiver.SinkException
                || isAboutTrust(failure);
    }

    DeliveryException disturbed(IOException failure) {
        if (failure instanceof BodyReceiver.TooLargeException || failure instanceof BodyReceiver.SinkException) {
            return new FailedException(tried, failure.getMessage(), "See whether it is what you expect.", failure);
        }
        if (isAboutTrust(failure)) {
            return new FailedException(
                    tried,
                    "the certificate of " + host() + " is not trusted (" + failure.getMessage() + ")",
                    "Name the PEM file of the authority that signed it, or correct the server's certificate.",
                    failure);
        }
        return new UnavailableException(tried, reason(failure), SERVER_LATER, failure);
    }

    DeliveryException denied(HttpAnswer answer) {
        boolean unknown = answer.status() == 401;
        return new DeniedException(
                tried,
                host() + (unknown ? " does not accept the credential" : " does not allow it") + said(answer),
                unknown ? "Check user and password or token." : "Ask for the right, or use another credential.");
    }

    DeliveryException busy(HttpAnswer answer, Duration asked) {
        return new UnavailableException(
                tried,
                host() + " has too many requests and asks to wait " + asked.toSeconds() + " s" + said(answer),
                "Try again later.");
    }

    DeliveryException unavailable(HttpAnswer answer) {
        return new UnavailableException(tried, host() + " has an error" + said(answer), SERVER_LATER);
    }

    DeliveryException unexpected(HttpAnswer answer) {
        return new FailedException(
                tried, host() + " does not do it" + said(answer), "Check the address and what the server expects.");
    }

    DeliveryException circle() {
        return new FailedException(tried, host() + " redirects again and again", "Correct the server.");
    }

    DeliveryException downgraded() {
        return new RefusedException(
                tried, host() + " redirects from https to http", "Correct the server; nothing was sent there.");
    }

    URI resolve(String location) {
        try {
            return address.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FailedException(tried, host() + " redirects to what is no address", "Correct the server.", e);
        }
    }

    private String said(HttpAnswer answer) {
        String excerpt = redaction.of(answer.excerpt());
        return " (status " + answer.status() + (excerpt.isEmpty() ? "" : ": " + excerpt) + ")";
    }

    private String reason(IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return host() + " gave no whole answer in time";
        }
        if (failure instanceof ConnectException) {
            boolean unknownHost = failure.getCause() instanceof UnresolvedAddressException
                    || failure.getCause() != null
                            && failure.getCause().getCause() instanceof UnresolvedAddressException;
            return unknownHost ? "the name of " + host() + " is not known" : "nobody answers at " + host();
        }
        return "the connection to " + host() + " broke (" + redaction.of(String.valueOf(failure.getMessage())) + ")";
    }

    private String host() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static boolean isAboutTrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException
                    || cause instanceof java.security.cert.CertPathValidatorException) {
                return true;
            }
        }
        return failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("certificate");
    }
}
