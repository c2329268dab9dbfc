package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.servicedelivery.jenkins.DeliveryRoom;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The index follows what builds do, and can be made again. */
@WithJenkins
class DeliveryIndexITest {
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void deliver(JenkinsRule rule) throws Exception {
        jenkins = rule;
        DeliveryRoom room = DeliveryRoom.in(rule);
        job = room.job("tea", "");
        TeaLine line = room.line(job);
        String first = line.build("orders");
        line.change("orders", "2", "");
        run(
                """
            deployEnvironment environment: 'test', images: [orders: '%1$s', payments: '%3$s']
            deployEnvironment environment: 'production', images: [orders: '%1$s', payments: '%3$s']
            grayRelease environment: 'production', service: 'orders', image: '%2$s', strategy: 'careful'
            """
                        .formatted(first, line.build("orders"), line.build("payments")));
    }

    @Test
    void shouldFollowWhatBuildsDo() throws Exception {
        assertThat(index().entries())
                .extracting(IndexEntry::environment, IndexEntry::service)
                .containsExactly(
                        tuple("production", "orders"),
                        tuple("test", "orders"),
                        tuple("production", "payments"),
                        tuple("test", "payments"));
        IndexEntry orders = index().entry("production", "orders");
        assertThat(orders.state().code()).isEqualTo("release.Keeping");
        assertThat(orders.verdict()).endsWith(": pass");
        assertThat(orders.candidate()).isEmpty();
        assertThat(orders.running().image()).startsWith("sha256:");
        assertThat(orders.build()).contains(new BuildRef("tea", 1));
        assertThat(index().simulated()).isTrue();
        assertThat(onlyFile()).isNotEmptyFile();

        run("recycleEnvironment environment: 'test'");

        assertThat(index().of("test")).isEmpty();
        assertThat(index().of("production")).hasSize(2);
    }

    @Test
    void shouldBeMadeAgainFromTheRecords() throws Exception {
        IndexedLine before = index();
        Files.delete(onlyFile());
        DeliveryIndex fresh = new DeliveryIndex();
        assertThat(fresh.lines()).isEmpty();

        Rebuilt rebuilt = fresh.rebuild();

        assertThat(rebuilt).isEqualTo(new Rebuilt(4, List.of()));
        assertThat(fresh.lines()).containsExactly(before);
        assertThat(new DeliveryIndex().lines()).containsExactly(before);
    }

    @Test
    void shouldPutADamagedFileAsideAndMakeItAgain() throws Exception {
        IndexedLine before = index();
        Path file = onlyFile();
        Files.writeString(file, Files.readString(file).substring(0, 100));
        DeliveryIndex fresh = new DeliveryIndex();

        fresh.lines();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fresh.lines()).containsExactly(before));
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).exists();
    }

    @Test
    void shouldFollowJobsThatAreRenamedAndForgetThoseThatAreDeleted() throws Exception {
        job.renameTo("coffee");
        assertThat(DeliveryIndex.get().linesOf("tea")).isEmpty();
        assertThat(DeliveryIndex.get().linesOf("coffee")).hasSize(1);

        job.delete();

        assertThat(DeliveryIndex.get().linesOf("coffee")).isEmpty();
        assertThat(index().entries()).hasSize(4).allSatisfy(entry -> assertThat(entry.build())
                .isEmpty());
    }

    private void run(String steps) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node {\n" + steps + "\n}", true));
        jenkins.buildAndAssertSuccess(job);
    }

    private static IndexedLine index() {
        List<IndexedLine> lines = DeliveryIndex.get().lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static Path onlyFile() throws IOException {
        try (var files = Files.list(LineFiles.folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
