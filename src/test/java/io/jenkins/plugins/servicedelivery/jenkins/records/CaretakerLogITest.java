package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CaretakerLogITest {
    private static final OperationRef REF = new OperationRef("simulated", new RecordKey("release-tea"));

    @Test
    void shouldKeepTheNewestEntriesOverARestart(JenkinsRule jenkins) {
        CaretakerLog log = new CaretakerLog();
        for (int i = 1; i <= CaretakerLog.MOST + 20; i++) {
            log.add(REF, "due", "look " + i + " " + "x".repeat(i == 1 ? 10_000 : 0));
        }

        List<CaretakerLog.Entry> entries = new CaretakerLog().entries();

        assertThat(entries).hasSize(CaretakerLog.MOST).isEqualTo(log.entries());
        assertThat(entries.get(0).text()).isEqualTo("look " + (CaretakerLog.MOST + 20) + " ");
        assertThat(entries.get(0).key()).isEqualTo("release-tea");
    }

    @Test
    void shouldCutLongTexts(JenkinsRule jenkins) {
        CaretakerLog log = new CaretakerLog();

        log.add(REF, "due", "x".repeat(10_000));

        assertThat(log.entries().get(0).text()).hasSizeLessThan(1000).endsWith("…");
    }
}
