package io.jenkins.plugins.servicedelivery.jenkins.settings;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Items;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.scm.SCM;
import java.util.ArrayList;
import java.util.List;

/** Settings for tests. */
final class SettingsFixtures {
    static final String CATALOG =
            """
            apiVersion: service-delivery/v1
            kind: ProductLine
            name: shop
            repository: registry.local/shop
            owners: {main: [alice], backup: [bob]}
            services:
              orders: {template: text, ports: {http: 8080}, dependsOn: [payments]}
              payments: {template: text, ports: {http: 8080}}
            ---
            apiVersion: service-delivery/v1
            kind: ImageTemplate
            name: text
            version: 1.0
            base: {empty: true}
            layers:
              files: {from: files, into: /app}
            user: "65532"
            entrypoint: [cat, /app/version.txt]
            probe: /health
            ---
            apiVersion: service-delivery/v1
            kind: Environment
            name: test
            line: shop
            owner: bob
            """;

    private SettingsFixtures() {}

    static ProductLineBinding shop(SCM scm, String cluster) {
        ProductLineBinding binding = new ProductLineBinding("shop", catalog(scm));
        binding.setEnvironments(List.of(new EnvironmentBinding("test", cluster)));
        return binding;
    }

    static CatalogSource catalog(SCM scm) {
        CatalogSource source = new CatalogSource(scm);
        source.setFolder("delivery/catalog");
        return source;
    }

    static GitSCM git(String url, String branch) {
        List<BranchSpec> branches = new ArrayList<>(List.of(new BranchSpec(branch)));
        return new GitSCM(GitSCM.createRepoList(url, null), branches, null, null, new ArrayList<>());
    }

    static SCM unread() {
        return git("https://git.example.com/shop.git", "*/main");
    }

    static void bind(Folder folder, ProductLineBinding... bindings) throws Exception {
        folder.getProperties().replace(new ServiceDeliveryFolderProperty(List.of(bindings)));
        folder.save();
    }

    static RegistrySettings registry(String host, String credentialsId) {
        RegistrySettings registry = new RegistrySettings(host);
        registry.setCredentialsId(credentialsId);
        return registry;
    }

    static ClusterSettings simulated(String name, double speed) {
        SimulatedConnection connection = new SimulatedConnection();
        connection.setSpeed(speed);
        return new ClusterSettings(name, connection);
    }

    static UsernamePasswordCredentialsImpl login(CredentialsScope scope, String id, String user, String password)
            throws Exception {
        return new UsernamePasswordCredentialsImpl(scope, id, "", user, password);
    }

    static void addGlobally(UsernamePasswordCredentialsImpl credential) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
    }

    /** Everything that a setting holds, as text. */
    static String content(Object setting) {
        return Items.XSTREAM2.toXML(setting);
    }
}
