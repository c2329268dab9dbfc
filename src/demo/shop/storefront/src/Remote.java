import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Another service, asked over HTTP. */
final class Remote {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Duration timeout;

    Remote(String address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /** Asks and returns whatever is answered, errors of the other side included. */
    Answer ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(timeout)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public String toString() {
        return address;
    }
}
