package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Real programs of the machine, for tests that say what they need. */
final class Programs {
    private Programs() {}

    /** Skips the test, by name of the program, where the machine does not have it. */
    static void assumePresent(String... programs) {
        for (String program : programs) {
            assumeTrue(isPresent(program), program + " is not installed");
        }
    }

    static void assumeRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may start containers and mount here");
    }

    /** Runs a program to its end, which must be a good one, and returns what it said. */
    static String run(Path folder, String... words) throws InterruptedException {
        CommandResult result = new ProcessCommandRunner()
                .run(new Command(List.of(words), folder.toString(), Map.of(), Duration.ofMinutes(10)));
        assertThat(result.succeeded())
                .as(String.join(" ", words) + "\n" + result.output())
                .isTrue();
        return result.output();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isPresent(String program) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
