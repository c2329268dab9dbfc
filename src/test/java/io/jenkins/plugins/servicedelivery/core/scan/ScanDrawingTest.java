package io.jenkins.plugins.servicedelivery.core.scan;

import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.lineOf;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.policy;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.report;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.scanned;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanDrawingTest {
    private static final Service END = service("end");
    private static final Service ORDERS = service("orders", "end", "stock-keeper");
    private static final Service STOCK = service("stock-keeper");

    @Test
    void shouldDrawDot() {
        ScanReport report = report(
                lineOf(ORDERS, END, STOCK), policy(), scanned(ORDERS, "http://end"), scanned(END, "http://orders"));

        assertThat(ScanDrawing.asDot(report))
                .isEqualTo(
                        """
                        digraph "shop" {
                          rankdir="LR";
                          node [shape="box"];
                          "end" [label="end"];
                          "orders" [label="orders"];
                          "stock-keeper" [label="stock-keeper"];
                          "end" -> "orders" [color="red", style="bold", label="undeclared", tooltip="end/Client.java:1:5 java-url"];
                          "orders" -> "end" [color="black", tooltip="orders/Client.java:1:5 java-url"];
                          "orders" -> "stock-keeper" [color="gray50", style="dashed", label="unused", tooltip="declared only"];
                        }
                        """);
    }

    @Test
    void shouldDrawMermaidWithoutItsReservedWords() {
        ScanReport report = report(lineOf(ORDERS, END, STOCK), policy(), scanned(ORDERS, "http://end"));

        assertThat(ScanDrawing.asMermaid(report))
                .isEqualTo(
                        """
                        flowchart LR
                          s_end["end"]
                          s_orders["orders"]
                          s_stock_keeper["stock-keeper"]
                          s_orders --> s_end
                          s_orders -.->|unused| s_stock_keeper
                        """);
    }

    @Test
    void shouldEscapeHostileTitlesAndFileNames() {
        Service hostile = titled(ORDERS, "\"]; <img src=x onerror=alert(1)>\n%%{init}\\");
        Mention mention = new Mention(
                Mention.Kind.ADDRESS, "http://end", "java-url", Confidence.CERTAIN, new Place("a\"\n];b.java", 1, 1));
        ScannedService scanned = new ScannedService(hostile, new SourceTree(List.of(mention), List.of(), 1, 1));

        ScanReport report = report(lineOf(hostile, END, STOCK), policy(), scanned);

        assertThat(ScanDrawing.asDot(report))
                .contains("label=\"\\\"]; <img src=x onerror=alert(1)> %%{init}\\\\\"")
                .contains("tooltip=\"a\\\" ];b.java:1:1 java-url\"");
        assertThat(ScanDrawing.asMermaid(report))
                .doesNotContain("<", ">alert", "%%")
                .contains("s_orders[\"#34;#93;#59; #60;img src#61;x");
    }

    private static Service titled(Service service, String title) {
        return new Service(
                service.name(),
                title,
                service.layer(),
                service.source(),
                service.modules(),
                service.template(),
                service.ports(),
                service.dependencies(),
                service.owners());
    }
}
