package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.adapter.http.PemCertificates;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.registry.DistributionRegistry;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/**
 * Everything that is needed to speak to one registry, in a form that can go to an agent and nowhere else: it refuses to
 * be written to disk, because it holds the password.
 */
public final class RegistryAccess implements SerializableOnlyOverRemoting {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String host;
    private final boolean plainHttp;

    @CheckForNull
    private final String authorities;

    @CheckForNull
    private final String user;

    @CheckForNull
    private final String password;

    @CheckForNull
    private final String proxyHost;

    private final int proxyPort;

    private RegistryAccess(RegistrySettings settings, @CheckForNull StandardUsernamePasswordCredentials login) {
        this.host = settings.getHost();
        this.plainHttp = settings.isPlainHttp();
        this.authorities = settings.getAuthorities();
        this.user = login == null ? null : login.getUsername();
        this.password = login == null ? null : login.getPassword().getPlainText();
        Optional<InetSocketAddress> proxy = JenkinsFacade.proxyFor(host.replaceAll(":[0-9]+$", ""));
        this.proxyHost = proxy.map(InetSocketAddress::getHostString).orElse(null);
        this.proxyPort = proxy.map(InetSocketAddress::getPort).orElse(0);
    }

    static RegistryAccess to(RegistrySettings settings, @CheckForNull StandardUsernamePasswordCredentials login) {
        return new RegistryAccess(settings, login);
    }

    /** Host and, where it has one, port, as images are named by it. */
    public String host() {
        return host;
    }

    /** The registry, spoken to from the machine on which this is called. */
    public DistributionRegistry open() {
        return open(connection());
    }

    /** The same, for who cannot wait for long. */
    DistributionRegistry open(Duration deadline) {
        return open(connection().within(deadline));
    }

    private DistributionRegistry open(HttpConnection connection) {
        Optional<Login> login =
                user == null || password == null ? Optional.empty() : Optional.of(new Login(user, Secret.of(password)));
        return new DistributionRegistry(connection, () -> login, new MachineTime());
    }

    private HttpConnection connection() {
        HttpConnection connection = HttpConnection.to(URI.create((plainHttp ? "http://" : "https://") + host + "/"));
        if (plainHttp) {
            connection = connection.allowingPlainHttp();
        }
        if (authorities != null) {
            connection = connection.trusting(new PemCertificates.InText(authorities));
        }
        return proxyHost == null ? connection : connection.through(new InetSocketAddress(proxyHost, proxyPort));
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        getChannelForSerialization(); // throws where this is not on its way to an agent
        out.defaultWriteObject();
    }

    @Override
    public String toString() {
        return host + (user == null ? "" : " as " + user + " with ******");
    }
}
