import java.time.Duration;

/** The service's configuration: every key is a variable, {@code request.timeout} is {@code REQUEST_TIMEOUT}. */
record Settings(int port, Duration timeout) {
    static Settings read() {
        String port = System.getenv().getOrDefault("PORT", "8080");
        return new Settings(Integer.parseInt(port), duration(System.getenv().getOrDefault("REQUEST_TIMEOUT", "2s")));
    }

    /** Another service, by the variable that holds its address. */
    Remote remote(String variable) {
        String address = System.getenv(variable);
        if (address == null) {
            throw new IllegalArgumentException("the variable " + variable + " is not set");
        }
        return new Remote(address, timeout);
    }

    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("PT" + text);
    }
}
