package io.jenkins.plugins.servicedelivery.jenkins.support;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.security.Permission;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;

/** The one place that asks for the instance of Jenkins. */
public final class JenkinsFacade {
    private JenkinsFacade() {}

    /** The folder under {@code JENKINS_HOME} in which the product keeps what is its own. */
    public static Path ownFolder() {
        return rootFolder().toPath().resolve("service-delivery");
    }

    /** {@code JENKINS_HOME}. */
    public static File rootFolder() {
        return Jenkins.get().getRootDir();
    }

    /**
     * What this controller is called where it holds claims: the same after a restart, another for every other controller.
     */
    public static String controllerName() {
        String identity = Jenkins.get().getLegacyInstanceId().substring(0, 12);
        return "Jenkins " + identity;
    }

    /** The address that users reach Jenkins at; empty where nobody has set it. */
    public static Optional<String> rootUrl() {
        return Optional.ofNullable(JenkinsLocationConfiguration.get().getUrl());
    }

    /** Whether the one who asks has this permission on the whole of Jenkins. */
    public static boolean hasPermission(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    /** Throws where the one who asks lacks this permission on the whole of Jenkins. */
    public static void checkPermission(Permission permission) {
        Jenkins.get().checkPermission(permission);
    }

    /** The only extension of this type. */
    public static <T> T singleton(Class<T> type) {
        return ExtensionList.lookupSingleton(type);
    }

    /** All extensions of this type. */
    public static <T> List<T> extensions(Class<T> type) {
        return ExtensionList.lookup(type);
    }

    /** The item of this full name, where the one who asks may see it. */
    public static Optional<Item> item(@CheckForNull String fullName) {
        return fullName == null
                ? Optional.empty()
                : Optional.ofNullable(Jenkins.get().getItemByFullName(fullName));
    }

    /** Jenkins itself as the place of its top items. */
    public static ItemGroup<?> root() {
        return Jenkins.get();
    }

    /** The proxy over which this host is reached; empty where it is reached directly. */
    public static Optional<InetSocketAddress> proxyFor(String host) {
        ProxyConfiguration settings = Jenkins.get().getProxy();
        return settings != null && settings.createProxy(host).address() instanceof InetSocketAddress address
                ? Optional.of(address)
                : Optional.empty();
    }
}
