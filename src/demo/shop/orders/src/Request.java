import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What somebody asks of a service. */
record Request(String method, URI uri) {
    /** The last word of the path: {@code tea} of {@code /products/tea}. */
    String lastWord() {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }

    /** The value of a query parameter; its absence is the caller's mistake. */
    String text(String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the parameter " + name + " is missing"));
    }

    /** The value of a query parameter that is a number above zero. */
    int number(String name) {
        String text = text(name);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("the parameter " + name + " must be a number above zero");
        }
        return Integer.parseInt(text);
    }
}
