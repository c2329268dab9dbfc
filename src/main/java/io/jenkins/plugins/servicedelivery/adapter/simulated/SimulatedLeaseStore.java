package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import java.util.List;
import java.util.Optional;

/**
 * The claims of the simulated cluster. A claim that is written with a higher number also raises the fence, so that a
 * holder who lost it is refused from that moment on.
 */
final class SimulatedLeaseStore implements LeaseStore {
    private final SimulatedWorld world;

    SimulatedLeaseStore(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Optional<Claim> read(String name) {
        return world.read(now -> Optional.ofNullable(now.claims().get(name)));
    }

    @Override
    public List<Claim> list() {
        return world.read(now -> List.copyOf(now.claims().values()));
    }

    @Override
    public Claim write(Claim claim) {
        return world.change(now -> {
            String version = Optional.ofNullable(now.claims().get(claim.name()))
                    .map(Claim::version)
                    .orElse("");
            if (!version.equals(claim.version())) {
                throw new ConflictException(
                        "Writing the claim " + claim.name(), "somebody else wrote it meanwhile", "Read it again.");
            }
            now.fences().merge(claim.name(), claim.number(), Math::max);
            Claim stored = claim.stored(now.nextRevision());
            now.claims().put(claim.name(), stored);
            return stored;
        });
    }
}
