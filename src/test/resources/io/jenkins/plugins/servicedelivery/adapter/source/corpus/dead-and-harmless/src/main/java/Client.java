import java.util.logging.Logger;

class Client {
    private static final Logger LOG = Logger.getLogger("payments");
    private static final String UNUSED = "http://payments:8080";
    private final String shown = "http://inventory:8080";

    @Deprecated(since = "http://payments:8080")
    void messages(String url) {
        LOG.info("http://payments:8080");
        LOG.warning("http://payments:8080 does not answer");
        System.out.println("http://payments:8080" + url);
        LOG.fine(shown);
        if (url.equals("http://payments:8080") || "http://payments:8080".equals(url)) {
            throw new IllegalStateException("http://payments:8080");
        }
        if (url == "http://payments:8080" || url.startsWith("http://inventory")) {
            throw new IllegalArgumentException(String.format("not http://payments:8080 but %s", url));
        }
        switch (url) {
            case "http://payments:8080":
                break;
            default:
                String nobody = "http://inventory:8080";
        }
    }

    String used() {
        return "http://orders:8080";
    }
}
