package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.support.Ticking;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The caretaker's looks at one cluster, one at a time: a cluster that does not answer takes no more than one thread. */
final class CaretakerLook extends Ticking {
    private static final Logger LOGGER = Logger.getLogger(CaretakerLook.class.getName());

    /** Whoever wants one earlier wakes it. */
    private static final Duration NEXT = Duration.ofHours(1);

    private final String cluster;
    private boolean answered = true;

    CaretakerLook(String cluster) {
        this.cluster = cluster;
    }

    @Override
    protected Optional<Duration> tick() {
        try (ACLContext as = ACL.as2(ACL.SYSTEM2)) {
            look();
            answered = true;
        } catch (DeliveryException e) {
            // told once, not every minute
            LOGGER.log(answered ? Level.WARNING : Level.FINE, e, () -> "The caretaker could not look at " + cluster);
            answered = false;
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The caretaker's look at " + cluster + " failed");
        }
        return Optional.of(NEXT);
    }

    /** What is driven already is not asked about: of a thousand running operations that would be a thousand claims. */
    private void look() {
        ClusterControl control = Clusters.get().cluster(cluster).control();
        control.ports().records().list().forEach(record -> {
            OperationRef ref = new OperationRef(cluster, record.key());
            if (Drives.get().driverOf(ref).isEmpty()) {
                control.caretaker().dutyFor(record).ifPresent(duty -> new CaretakerChore(ref, duty).wake());
            }
        });
    }
}
