package io.jenkins.plugins.servicedelivery.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void shouldAlignColumnsAndEndLinesWithoutSpaces() {
        Table table = new Table("service", "state").row("orders", "ready").row("products", "");

        assertThat(table.lines()).containsExactly("service   state", "orders    ready", "products");
    }

    @Test
    void shouldRefuseARowThatDoesNotFit() {
        Table table = new Table("service", "state");

        assertThatThrownBy(() -> table.row("orders")).hasMessageContaining("1 cells do not fit 2 columns");
    }
}
