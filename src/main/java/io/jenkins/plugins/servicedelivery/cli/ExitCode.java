package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;

/** How a command ended, as the shell sees it. These numbers are a promise to scripts. */
public enum ExitCode {
    DONE(0, "done"),
    NO(1, "the answer is no: a release was rolled back, a scan found errors, an environment did not come up"),
    USAGE(2, "wrong usage: an unknown command or option"),
    INVALID(3, "the catalog, or what was asked for by it, has problems; all of them are listed"),
    REFUSED(4, "refused: another operation is in the way, a guard forbids it, a credential is not accepted"),
    UNAVAILABLE(5, "a registry or a cluster did not answer; trying again may help"),
    FAILED(6, "failed: a command failed, a disk is full, something that was named is not there"),
    PAUSED(7, "waiting for a person: the release is paused"),
    INTERNAL(70, "a mistake in the product; please report it"),
    INTERRUPTED(130, "interrupted; what was begun can be taken up again by the same command");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    /** The one mapping from broken operations to exit codes. */
    static ExitCode of(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return INTERRUPTED;
        }
        return failure instanceof DeliveryException broken ? of(broken) : INTERNAL;
    }

    private static ExitCode of(DeliveryException broken) {
        if (broken instanceof InvalidInputException) {
            return INVALID;
        }
        if (broken instanceof RefusedException
                || broken instanceof DeniedException
                || broken instanceof FencedException) {
            return REFUSED;
        }
        return broken instanceof UnavailableException || broken instanceof ConflictException ? UNAVAILABLE : FAILED;
    }
}
