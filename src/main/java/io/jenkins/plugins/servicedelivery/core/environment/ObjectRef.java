package io.jenkins.plugins.servicedelivery.core.environment;

import java.util.Comparator;

/** Names an object inside a namespace: its kind (as the cluster calls it, for example {@code Deployment}) and name. */
public record ObjectRef(String kind, String name) implements Comparable<ObjectRef> {
    @Override
    public int compareTo(ObjectRef other) {
        return Comparator.comparing(ObjectRef::kind)
                .thenComparing(ObjectRef::name)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
