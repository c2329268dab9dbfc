package io.jenkins.plugins.servicedelivery.core.catalog;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.Collection;
import java.util.regex.Pattern;

/** The way to a part of a document, for example {@code services.orders.ports} or {@code steps[2].weight}. */
public final class DocumentPath {
    /** The document itself. */
    public static final DocumentPath ROOT = new DocumentPath(null, "", "");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    @CheckForNull
    private final DocumentPath parent;

    private final String last;
    private final String text;

    private DocumentPath(@CheckForNull DocumentPath parent, String last, String text) {
        this.parent = parent;
        this.last = last;
        this.text = text;
    }

    /** The path of these keys, one in the other. */
    public static DocumentPath of(String... keys) {
        DocumentPath path = ROOT;
        for (String key : keys) {
            path = path.key(key);
        }
        return path;
    }

    /** The value of a key of the mapping that this path leads to. */
    public DocumentPath key(String key) {
        if (!PLAIN.matcher(key).matches()) {
            return new DocumentPath(this, key, text + "[\"" + Quoted.printable(key) + "\"]");
        }
        return new DocumentPath(this, key, text.isEmpty() ? key : text + "." + key);
    }

    /** An item, counted from 0, of the list that this path leads to. */
    public DocumentPath item(int index) {
        return new DocumentPath(this, "[" + index + "]", text + "[" + index + "]");
    }

    /** Whether this path is one of the others or lies below one of them. */
    public boolean isWithin(Collection<DocumentPath> others) {
        for (DocumentPath path = this; path != null; path = path.parent) {
            if (others.contains(path)) {
                return true;
            }
        }
        return false;
    }

    /** What this path lies directly in; the document lies in itself. */
    public DocumentPath parent() {
        return parent == null ? this : parent;
    }

    /** The last key of the way, or the last item in brackets; nothing for the document itself. */
    public String last() {
        return last;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentPath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
