package io.jenkins.plugins.servicedelivery.core.scan;

import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.lineOf;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.policy;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.report;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.scanned;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import org.junit.jupiter.api.Test;

class ScanDataTest {
    private static final Service ORDERS = service("orders");
    private static final Service PAYMENTS = service("payments");

    @Test
    void shouldBeTheSameJsonWhateverTheOrderOfTheTrees() throws Exception {
        ScannedService orders = scanned(ORDERS, "http://payments", "http://payments:8080");
        ScannedService payments = scanned(PAYMENTS, "http://stranger", "http://orders");

        String one = json(report(lineOf(ORDERS, PAYMENTS), policy(), orders, payments));
        String other = json(report(lineOf(PAYMENTS, ORDERS), policy(), payments, orders));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void shouldSayEverythingThatTheReportSays() throws Exception {
        ScanReport report = report(lineOf(ORDERS, PAYMENTS), policy(), scanned(ORDERS, "http://payments"));

        assertThat(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ScanData.of(report)))
                .isEqualTo(
                        """
                        {
                          "line" : "shop",
                          "passes" : false,
                          "services" : [ "orders", "payments" ],
                          "dependencies" : [ {
                            "from" : "orders",
                            "to" : "payments",
                            "standing" : "undeclared",
                            "confidence" : "certain",
                            "evidence" : [ {
                              "file" : "orders/Client.java",
                              "line" : 1,
                              "column" : 5,
                              "rule" : "java-url",
                              "confidence" : "certain",
                              "text" : "http://payments"
                            } ]
                          } ],
                          "cycles" : [ ],
                          "startWaves" : [ [ "payments" ], [ "orders" ] ],
                          "blastRadius" : {
                            "orders" : [ ],
                            "payments" : [ "orders" ]
                          },
                          "findings" : [ {
                            "severity" : "error",
                            "rule" : "undeclared-dependency",
                            "subject" : "orders",
                            "message" : "orders calls payments (http://payments), and the catalog does not declare it.",
                            "file" : "orders/Client.java",
                            "line" : 1,
                            "column" : 5,
                            "remedy" : "Add payments to dependsOn of orders, or take the call out."
                          } ],
                          "files" : {
                            "seen" : 1,
                            "read" : 1
                          }
                        }""");
    }

    private static String json(ScanReport report) throws Exception {
        return new ObjectMapper().writeValueAsString(ScanData.of(report));
    }
}
