import java.util.List;
import java.util.StringJoiner;

/** A JSON value that is only ever written: numbers, other JSON values, and everything else as escaped text. */
record Json(String text) {
    /** An object of alternating names and values. */
    static Json object(Object... namesAndValues) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(quoted(namesAndValues[i].toString()) + ":" + value(namesAndValues[i + 1]));
        }
        return new Json(fields.toString());
    }

    /** An array of these values. */
    static Json array(List<?> values) {
        StringJoiner items = new StringJoiner(",", "[", "]");
        values.forEach(value -> items.add(value(value)));
        return new Json(items.toString());
    }

    private static String value(Object value) {
        if (value instanceof Json json) {
            return json.text();
        }
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
