package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that Java trusts and those of a PEM file, for one connection. Checks of names and dates stay on. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    static SSLContext with(Path pemFile) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            addTrustedByJava(store);
            addFrom(pemFile, store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new FailedException(
                    "Reading the certificates in " + pemFile,
                    String.valueOf(e.getMessage()),
                    "The file must hold certificates in PEM form (-----BEGIN CERTIFICATE-----).",
                    e);
        }
    }

    private static void addTrustedByJava(KeyStore store) throws GeneralSecurityException {
        int number = 0;
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate certificate : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("java-" + number++, certificate);
                }
            }
        }
    }

    private static void addFrom(Path pemFile, KeyStore store) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pemFile)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("it holds no certificate");
            }
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("own-" + number++, certificate);
            }
        }
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
