package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.AbortException;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.stream.Collectors;

/** How the failures of the library end a step: a message for people, without a stack trace. */
final class StepFailures {
    private StepFailures() {}

    static AbortException of(DeliveryException failure) {
        if (failure instanceof InvalidInputException invalid) {
            StringBuilder message = new StringBuilder(invalid.tried() + " failed: " + invalid.because() + ".");
            for (Problem problem : invalid.problems()) {
                message.append("\n  ").append(problem);
            }
            return new AbortException(printable(message + "\n" + invalid.remedy()));
        }
        AbortException shown = new AbortException(printable(failure.getMessage()));
        if (Channel.isClosedChannelException(failure)) {
            // what retry(conditions: [agent()]) looks for, in a form that Jenkins keeps with the build
            shown.addSuppressed(new ChannelClosedException((Channel) null, null));
        }
        return shown;
    }

    /** The lines of a text, each as it may stand in a console: words of agents, catalogs and clusters are in it. */
    static String printable(String text) {
        return text.lines().map(Quoted::printable).collect(Collectors.joining("\n"));
    }
}
