package io.jenkins.plugins.servicedelivery.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.CommandRunnerContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProcessCommandRunnerTest extends CommandRunnerContract {
    @Override
    protected CommandRunner runner() {
        return new ProcessCommandRunner();
    }

    @Test
    void shouldPassEveryLineToTheListener() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();

        new ProcessCommandRunner(lines::add).run(command("sh", "-c", "echo one; printf two"));

        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void shouldGiveTheCommandTheToolsOfThisJdk() throws Exception {
        CommandResult result = new ProcessCommandRunner().run(command("sh", "-c", "echo $PATH"));

        assertThat(result.output()).endsWith(System.getProperty("java.home") + "/bin\n");
    }

    private static Command command(String... words) {
        return new Command(List.of(words), ".", Map.of(), Duration.ofMinutes(1));
    }
}
