import java.net.URI;

/** Calls http://payments:8080 no more. See "http://payments:8080/docs". */
class Client {
    // String old = "http://payments:8080";
    /* URI.create("http://payments:8080"); */
    /*
     * URI.create("http://inventory:8080"); // "
     */
    char quote = '"'; // URI.create("http://inventory:8080")
    String slashes = "/*"; String more = "*/";

    URI orders() {
        return URI.create("http://orders:8080"); /* "http://shipping" */
    }
}
