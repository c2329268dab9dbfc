package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import org.junit.jupiter.api.Test;

class StepFailuresTest {
    @Test
    void shouldShowWordsOfAgentsAndClustersInPlainLines() {
        FailedException failure =
                new FailedException("Building", "it said \u001b[2J\u202e", "Look at it:\nline one\u0007\r\nline two");

        assertThat(StepFailures.of(failure))
                .hasMessage("Building failed: it said \\u001b[2J\\u202e. Look at it:\nline one\\u0007\nline two")
                .hasNoCause();
    }
}
