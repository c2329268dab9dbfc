package io.jenkins.plugins.servicedelivery;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The sample shop, built by its own template's commands and started as real processes on free loopback ports. */
final class RunningShop implements AutoCloseable {
    static final Path SHOP = Path.of("src/demo/shop");
    static final Path RELEASES = Path.of("src/demo/shop-releases");
    private static final List<String> SERVICES = List.of("storefront", "products", "orders", "inventory", "payments");
    private static final Path JDK_TOOLS = Path.of(System.getProperty("java.home"), "bin");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Deque<Process> processes = new ArrayDeque<>();
    private final Map<String, URI> addresses = new LinkedHashMap<>();

    /** A shop of which no service runs, in a folder of its own, with what was built in the other folder. */
    RunningShop(Path folder, Path built) {
        this.folder = folder;
        copy(built, folder);
    }

    /** Builds every service of the shop in this folder. */
    static void build(Path folder) {
        copy(SHOP, folder);
        SERVICES.forEach(service -> build(folder, service));
    }

    /** Copies a prepared release over the shop, as {@code ./run} does, and builds the service that it changes. */
    void apply(String release, String service) {
        copy(RELEASES.resolve(release), folder);
        build(folder, service);
    }

    /** Makes a service known that somebody else runs. */
    void know(String service, URI address) {
        addresses.put(service, address);
    }

    /** Starts the service; the variables name the services that it calls. */
    void start(String service, String... calledServices) {
        int port = freePort();
        ProcessBuilder java = new ProcessBuilder(
                JDK_TOOLS.resolve("java").toString(), "-cp", "target/classes:target/resources.jar", "Main");
        java.environment().put("PORT", Integer.toString(port));
        for (String called : calledServices) {
            java.environment()
                    .put(
                            called.toUpperCase(Locale.ROOT) + "_URL",
                            addresses.get(called).toString());
        }
        processes.push(launch(java, folder, service));
        addresses.put(service, URI.create("http://127.0.0.1:" + port));
        await().atMost(2, TimeUnit.MINUTES)
                .ignoreExceptions()
                .until(() -> send("GET", service, "/health").statusCode() == 200);
    }

    HttpResponse<String> send(String method, String service, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.get(service) + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + service, e);
        }
    }

    /** Sends SIGTERM to the service that was started last. */
    Process askLastToStop() {
        Process last = processes.peek();
        last.destroy();
        return last;
    }

    /** Sends SIGTERM to the service that was started last and returns its exit code. */
    int stopLast() throws InterruptedException {
        Process last = askLastToStop();
        return last.waitFor(20, TimeUnit.SECONDS) ? last.exitValue() : -1;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }

    @SuppressWarnings("unchecked") // the YAML library returns untyped maps
    static List<List<String>> buildCommands() {
        try (var text = Files.newBufferedReader(SHOP.resolve("templates.yaml"))) {
            Map<String, Object> template = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return (List<List<String>>) ((Map<String, Object>) template.get("build")).get("commands");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path folder, String service) {
        buildCommands().forEach(command -> run(folder, service, command));
    }

    private static void run(Path folder, String service, List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.set(0, JDK_TOOLS.resolve(command.get(0)).toString());
        try {
            int exitCode = launch(new ProcessBuilder(words), folder, service).waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(command + " ended with " + exitCode + " in " + service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building " + service, e);
        }
    }

    private static Process launch(ProcessBuilder command, Path folder, String service) {
        try {
            return command.directory(folder.resolve(service).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(service + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log(String service) throws IOException {
        return Files.readString(folder.resolve(service + ".log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
