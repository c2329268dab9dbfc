package io.jenkins.plugins.servicedelivery.adapter.http;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that Java trusts and some more, for one connection. Checks of names and dates stay on. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    static SSLContext with(PemCertificates more) {
        List<Certificate> certificates = more.read();
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            addTrustedByJava(store);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("own-" + number++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new FailedException(
                    "Trusting the certificates in " + more.place(),
                    String.valueOf(e.getMessage()),
                    "Look at the certificates and at the Java runtime.",
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

    private static TrustManager[] managers(@CheckForNull KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
