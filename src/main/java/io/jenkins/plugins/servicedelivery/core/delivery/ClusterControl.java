package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.environment.Claims;
import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import java.time.Duration;

/**
 * One cluster together with everything that starts, drives and ends operations on it, for one holder of claims. The use
 * cases take this; whoever composes the product makes one per cluster and holder.
 */
public final class ClusterControl {
    /** How long a claim holds without being renewed. A driver ticks every ten seconds at least. */
    public static final Duration CLAIM_TERM = Duration.ofSeconds(60);

    /** How long a cluster that does not answer, or a claim of another, is waited for. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ClusterPorts ports;
    private final ClaimGuard claims;
    private final Admission admission;
    private final Driver driver;
    private final Signals signals;
    private final Caretaker caretaker;

    /**
     * Control over this cluster.
     *
     * @param holder names this process; two processes that may live at once must not share it
     */
    public ClusterControl(ClusterPorts ports, Operations operations, String holder) {
        this.claims = new Claims(ports.leases(), ports.time(), holder, CLAIM_TERM);
        this.ports = ports;
        this.admission = new Admission(ports.records(), claims, ports.time());
        this.driver = new Driver(ports.records(), operations, claims, ports.time(), PATIENCE);
        this.signals = new Signals(ports.records(), operations, ports.time());
        this.caretaker = new Caretaker(ports.records(), signals, claims, driver, ports.time());
    }

    public ClusterPorts ports() {
        return ports;
    }

    public Admission admission() {
        return admission;
    }

    /** Why the claims of a record cannot be had, naming who has them; for callers that tick by themselves. */
    public RuntimeException refusal(String tried, Record<?, ?> record) {
        return claims.refusal(tried, record.plan().claims());
    }

    public Driver driver() {
        return driver;
    }

    public Signals signals() {
        return signals;
    }

    public Caretaker caretaker() {
        return caretaker;
    }
}
