package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which operations the steps of a build have driven. Kept in the build, with nothing but their names: what happened is in
 * the {@link Story} of each, beside the build, and the views show that.
 */
public final class DeliveryAction extends InvisibleAction {
    /** In the order in which they were first driven; replaced, never changed. */
    @CheckForNull
    private volatile List<Driven> operations = new ArrayList<>();

    /** One operation. */
    public static final class Driven {
        private final OperationRef ref;
        private final String kind;

        Driven(OperationRef ref, String kind) {
            this.ref = ref;
            this.kind = kind;
        }

        /** Where its record is, or was. */
        public OperationRef ref() {
            return ref;
        }

        /** {@code release}, {@code environment} or {@code recycle}. */
        public String kind() {
            return kind;
        }
    }

    /** The operations, in the order in which they were first driven. */
    public List<Driven> operations() {
        List<Driven> known = operations;
        return known == null ? List.of() : Collections.unmodifiableList(known);
    }

    boolean has(OperationRef ref) {
        return operations().stream().anyMatch(driven -> driven.ref().equals(ref));
    }

    void add(OperationRef ref, String kind) {
        List<Driven> more = new ArrayList<>(operations());
        more.add(new Driven(ref, kind));
        operations = more;
    }
}
