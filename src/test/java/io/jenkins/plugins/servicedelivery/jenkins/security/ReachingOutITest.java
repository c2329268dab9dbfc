package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import com.sun.net.httpserver.HttpServer;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.jenkins.settings.CatalogSource;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ProductLineBinding;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistrySettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryFolderProperty;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Where settings can make the controller reach, and what it takes along. */
@WithJenkins
class ReachingOutITest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer other;

    @BeforeEach
    void start() throws Exception {
        other = server("other");
        server = server("server");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    @Test
    void shouldNotTakeThePasswordToWhereARegistryRedirects(JenkinsRule jenkins) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "push", "", "alice", "canary"));

        test(jenkins, host(server), "push");

        assertThat(seen).anyMatch(request -> request.startsWith("server /v2/ Basic "));
        assertThat(seen)
                .filteredOn(request -> request.startsWith("other"))
                .allMatch(request -> request.endsWith(" null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://127.0.0.1:1",
                "127.0.0.1:1/latest/meta-data",
                "alice:secret@127.0.0.1:1",
                "127.0.0.1:1#",
                "127.0.0.1:1?x=",
                "127.0.0.1:99999999",
                "..",
                "-oProxyCommand=x"
            })
    void shouldAskNothingThatIsNoHostOfARegistry(String host, JenkinsRule jenkins) throws Exception {
        FormValidation answer = test(jenkins, host, "");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer).hasMessageContaining("is not the host of a registry");
    }

    @Test
    void shouldReadNoDiskOfTheControllerForAFolder(JenkinsRule jenkins, @TempDir Path repository) throws Exception {
        for (String address :
                List.of(repository.toString(), repository.toUri().toString(), "FILE://" + repository, "./x", "~/x")) {
            Folder team = jenkins.createProject(Folder.class);
            GitSCM git = new GitSCM(
                    GitSCM.createRepoList(address, null),
                    new ArrayList<>(List.of(new BranchSpec("*/main"))),
                    null,
                    null,
                    new ArrayList<>());
            team.getProperties()
                    .replace(new ServiceDeliveryFolderProperty(
                            List.of(new ProductLineBinding("shop", new CatalogSource(git)))));

            FormValidation answer = jenkins.jenkins
                    .getDescriptorByType(ProductLineBinding.DescriptorImpl.class)
                    .doTestCatalog(team, "shop");

            assertThat(answer).as(address).hasMessageContaining("is on the disk of the controller");
        }
    }

    private static FormValidation test(JenkinsRule jenkins, String host, String credentials) throws Exception {
        return jenkins.jenkins
                .getDescriptorByType(RegistrySettings.DescriptorImpl.class)
                .doTestConnection(host, credentials, "", true);
    }

    private HttpServer server(String name) throws Exception {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fresh.createContext("/", exchange -> {
            seen.add(name + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (name.equals("server")) {
                exchange.getResponseHeaders().set("Location", "http://" + host(other) + "/metadata");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        fresh.start();
        return fresh;
    }

    private static String host(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
