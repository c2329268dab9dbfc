package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.servicedelivery.core.delivery.Caretaker;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.support.Ticking;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One duty of the caretaker, driven until the operation is settled. What fails is found again at the next look. */
final class CaretakerChore extends Ticking implements Drive.Audience {
    private final OperationRef ref;
    private final Drive drive;
    private Caretaker.Duty duty;
    private boolean begun;

    CaretakerChore(OperationRef ref, Caretaker.Duty duty) {
        this.ref = ref;
        this.duty = duty;
        this.drive = new Drive(ref, this);
    }

    @Override
    protected Optional<Duration> tick() {
        try (ACLContext as = ACL.as2(ACL.SYSTEM2)) {
            begun = begun || begin();
            return begun ? next() : over();
        } catch (DeliveryException e) {
            tell(e.getMessage());
            return over();
        } catch (RuntimeException | Error e) {
            drive.close(); // nobody could drive the operation any more
            throw e;
        }
    }

    @Override
    public String name() {
        return "the caretaker";
    }

    @Override
    public Optional<Run<?, ?>> run() {
        return Optional.empty();
    }

    @Override
    public void onProgress(Progress<?, ?> progress) {
        if (progress instanceof Progress.Moved<?, ?> moved) {
            tell(progress.record().state().phrase() + ": " + moved.why());
        }
    }

    /** Since the look somebody may have begun to drive it, or have done what was to be done. */
    private boolean begin() {
        if (!drive.take()) {
            return false;
        }
        ClusterControl control = Clusters.get().cluster(ref.cluster()).control();
        Optional<Caretaker.Chore> chore = control.ports()
                .records()
                .read(ref.key())
                .flatMap(
                        record -> control.caretaker().dutyFor(record).map(found -> new Caretaker.Chore(record, found)));
        chore.ifPresent(found -> {
            duty = found.duty();
            control.caretaker().prepare(found);
        });
        return chore.isPresent();
    }

    private Optional<Duration> next() {
        Drive.Step step = drive.tick();
        if (step instanceof Drive.Step.Wait wait) {
            return Optional.of(wait.length());
        }
        tell(step.record().state().phrase());
        return over();
    }

    private Optional<Duration> over() {
        drive.close();
        return Optional.empty();
    }

    private void tell(String text) {
        CaretakerLog.get().add(ref, duty.name().toLowerCase(Locale.ROOT), text);
    }
}
