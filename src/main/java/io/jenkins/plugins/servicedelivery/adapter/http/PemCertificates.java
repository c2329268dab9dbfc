package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** Certificates in PEM form. They are read when they are needed. */
public sealed interface PemCertificates {
    /**
     * The certificates, at least one.
     *
     * @throws FailedException where they cannot be read or there is none
     */
    default List<Certificate> read() {
        try (InputStream in = open()) {
            List<Certificate> certificates =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new CertificateException("it holds no certificate");
            }
            return certificates;
        } catch (IOException | CertificateException e) {
            throw new FailedException(
                    "Reading the certificates in " + place(),
                    String.valueOf(e.getMessage()),
                    "There must be certificates in PEM form (-----BEGIN CERTIFICATE-----).",
                    e);
        }
    }

    /** Where they stand, in words. */
    String place();

    /** Their text in bytes, from its beginning. */
    InputStream open() throws IOException;

    /** In a file. */
    record InFile(Path file) implements PemCertificates {
        @Override
        public String place() {
            return file.toString();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** Given as they are. */
    record InText(String text) implements PemCertificates {
        @Override
        public String place() {
            return "the text that was given";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
