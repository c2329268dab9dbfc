package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.Extension;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the caretaker look at every cluster again and again, and drives what it finds to do. What a build drives it leaves
 * alone. Its rules are {@link io.jenkins.plugins.servicedelivery.core.delivery.Caretaker}'s.
 */
@Extension
public final class CaretakerWork extends PeriodicWork {
    private final Map<String, CaretakerLook> looks = new HashMap<>();

    @Override
    public long getRecurrencePeriod() {
        return Duration.ofMinutes(1).toMillis();
    }

    /** Looks at once, because somebody has asked something of an operation that no build drives. */
    public static void wake() {
        JenkinsFacade.singleton(CaretakerWork.class).doRun();
    }

    @Override
    protected synchronized void doRun() {
        List<String> clusters = Clusters.get().names();
        looks.entrySet().removeIf(look -> {
            boolean gone = !clusters.contains(look.getKey());
            if (gone) {
                look.getValue().end();
            }
            return gone;
        });
        clusters.forEach(name -> looks.computeIfAbsent(name, CaretakerLook::new).wake());
    }
}
