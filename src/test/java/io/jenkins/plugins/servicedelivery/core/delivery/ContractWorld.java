package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * A cluster as a contract suite needs it: its ports, and what happens to it from outside. The simulated cluster turns
 * its clock; a bare API server patches statuses; a real cluster waits. Requests arrive at every service all the time.
 */
public interface ContractWorld {
    Ownership OWNER = new Ownership(Name.of("contract"), Name.of("test"));
    Ownership OTHER_OWNER = new Ownership(Name.of("contract"), Name.of("other"));
    String NAMESPACE = "contract-test";
    Name ORDERS = Name.of("orders");
    RouteKey ROUTE = new RouteKey(NAMESPACE, ORDERS);
    String CLAIM = NAMESPACE + "/orders";
    Fence FENCE = new Fence(CLAIM, 7);
    Fence NEWER = new Fence(CLAIM, 8);
    List<Port> PORTS = List.of(new Port("http", 8080));
    ConfigRevision CONFIGURATION = ConfigRevision.of(ORDERS, new TreeMap<>());

    /** The longest that anything takes which happens by itself. */
    Duration A_WHILE = Duration.ofSeconds(15);

    /** The ports. */
    ClusterPorts ports();

    /** Lets time pass; instances do what they do, routes come into effect, requests arrive. */
    void pass(Duration length);

    /** Makes all instances of a version ready. */
    void makeReady(String namespace, String version);

    /** Makes all instances of a version fail for this reason. */
    void fail(String namespace, String version, String reason);

    /** Deletes one instance of a version, as an eviction would. */
    void deleteInstance(String namespace, String version);

    /** Changes something of an object that we wrote, as a hand would. */
    void editByHand(String namespace, ObjectRef ref);

    /** Makes a namespace that is not ours. */
    void putForeignNamespace(String namespace);

    /** Puts an object of this kind and name there that is not ours. */
    void putForeignObject(String namespace, ObjectRef ref);

    /** Whether an object is there, ours or not. */
    boolean hasObject(String namespace, ObjectRef ref);

    /** A version of the orders service whose image can be pulled. */
    static Version version(String build) {
        ImageReference image =
                ImageReference.parse("registry.local/contract/orders").at(Digest.of(build));
        return Version.of(ORDERS, image, CONFIGURATION.id(), PORTS, "/health");
    }

    /** Brings a version of the orders service up in our namespace, and returns its name. */
    default String deploy(String build, int replicas) {
        ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        ports().cluster()
                .apply(NAMESPACE, ports().renderer().version(OWNER, version(build), CONFIGURATION, replicas), FENCE);
        return version(build).name();
    }

    /** Lets the stable Service of the orders service select a version. */
    default void makeStable(String version) {
        ports().cluster().apply(NAMESPACE, ports().renderer().stable(OWNER, ORDERS, PORTS, version), FENCE);
    }
}
