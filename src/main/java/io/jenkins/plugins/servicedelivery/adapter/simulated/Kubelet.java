package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops the instances of workloads, and pulls their images; it decides nothing but what chance decides. */
final class Kubelet {
    /** How long after a failed pull the image is asked for again. */
    static final Duration PULL_AGAIN = Duration.ofSeconds(10);

    private final ImagePull images;

    Kubelet(ImagePull images) {
        this.images = images;
    }

    /** The namespace in which what runs for this object, if anything does, is as the object wants it. */
    SimulatedNamespace follow(World world, String name, SimulatedNamespace there, ObjectRef ref) {
        if (!ref.kind().equals(ObjectLayout.WORKLOAD)) {
            return there;
        }
        Optional<Workload> before = Optional.ofNullable(there.workloads().get(ref.name()));
        StoredObject wanted = there.objects().get(ref);
        return there.with(ref.name(), reconcile(world, name + "/" + ref.name(), wanted, before));
    }

    /** The workload as its object wants it: another template starts all instances anew, another number only some. */
    private Workload reconcile(World world, String place, StoredObject wanted, Optional<Workload> before) {
        Workload current = before.filter(workload -> workload.template().equals(ObjectLayout.template(wanted)))
                .orElseGet(
                        () -> Workload.fresh(ObjectLayout.image(wanted), ObjectLayout.template(wanted), world.now()));
        Workload scaled = scale(world, place, current, ObjectLayout.replicas(wanted));
        return isDue(scaled, world.now()) ? pull(world, place, scaled, world.now()) : scaled;
    }

    /**
     * Asks for the image of a workload; when it is there its instances begin to become ready.
     *
     * @param present up to when time has passed already: the registry, which is real, would give the same answer until then
     */
    Workload pull(World world, String place, Workload workload, Instant present) {
        try {
            Optional<Map<String, String>> labels = images.labels(workload.image());
            return labels.map(found -> start(world, place, workload, found))
                    .orElseGet(() -> unpulled(world, workload, workload.image() + " is not in the registry", present));
        } catch (DeliveryException e) {
            return unpulled(world, workload, e.because(), present);
        }
    }

    /** The workload with one instance gone and a new one in its place. */
    Workload replaceOne(World world, String place, Workload workload) {
        List<Instance> rest =
                workload.instances().subList(1, workload.instances().size());
        return scale(
                world,
                place,
                workload.with(rest, workload.started()),
                workload.instances().size());
    }

    /** Whether the workload's image is to be asked for now. */
    static boolean isDue(Workload workload, Instant now) {
        return workload.pullAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    private Workload start(World world, String place, Workload workload, Map<String, String> labels) {
        try {
            Workload pulled = workload.pulled(Behaviour.parse(labels));
            List<Instance> starting = pulled.instances().stream()
                    .map(instance -> starting(world, place, pulled, instance))
                    .toList();
            return pulled.with(starting, pulled.started());
        } catch (IllegalArgumentException e) {
            return workload.unpulled(e.getMessage(), Optional.empty());
        }
    }

    private Workload scale(World world, String place, Workload workload, int replicas) {
        List<Instance> instances = new ArrayList<>(workload.instances());
        long started = workload.started();
        while (instances.size() > replicas) {
            instances.remove(instances.size() - 1);
        }
        while (instances.size() < replicas) {
            Instance fresh = new Instance(started++, world.now(), Optional.empty());
            instances.add(starting(world, place, workload, fresh));
        }
        return workload.with(instances, started);
    }

    private static Instance starting(World world, String place, Workload workload, Instance instance) {
        if (workload.behaviour().isEmpty() || workload.behaviour().get().neverReady()) {
            return instance;
        }
        Duration delay = workload.behaviour()
                .get()
                .readyAfter()
                .orElseGet(() -> Span.START.at(world.draws(place).unit(instance.number())));
        return instance.readyAt(world.now().plus(delay));
    }

    private static Workload unpulled(World world, Workload workload, String because, Instant present) {
        long tries = 1 + Duration.between(world.now(), present).dividedBy(PULL_AGAIN);
        Instant again = world.now().plus(PULL_AGAIN.multipliedBy(tries));
        return workload.unpulled("image cannot be pulled: " + because, Optional.of(again));
    }
}
