package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.cli.ShopRoom.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say about a catalog and its sources, right and wrong. */
class CatalogCommandsTest {
    @TempDir
    private Path folder;

    private ShopRoom shop;

    @BeforeEach
    void unpack() {
        shop = new ShopRoom(folder).unpacked();
    }

    @Test
    void shouldFindTheSampleShopValid() {
        Done validate = shop.run("validate");

        assertThat(validate.exitCode()).isZero();
        assertThat(validate.out()).contains("is valid").contains("shop: 5 services, 3 environments");
    }

    @Test
    void shouldPrintWhatIsValidAsOneDocument() {
        Done validate = shop.run("validate", "--json");

        assertThat(validate.json().get("valid").asBoolean()).isTrue();
        assertThat(validate.json().at("/lines/0/services")).hasSize(5);
    }

    @Test
    void shouldListTenMistakesAtOnceEachWithItsPlace() {
        shop.edit("shop.yaml", "layers: [edge, application, base]", "layerz: [edge, application, base]");
        shop.edit("shop.yaml", "dependsOn: [products, orders]", "dependsOn: [produkts, ordrs]");
        shop.edit(
                "shop.yaml",
                "template: java-service\n    ports: {http: 8080}\n    dependsOn: [inventory]",
                "" + "template: java-servise\n    ports: {http: 808080}\n    dependsOn: [inventry]");
        shop.edit("environments.yaml", "replicas: {default: 2, orders: 3}", "replicas: {default: two, ordrs: 3}");
        shop.edit("strategies.yaml", "errorTolerance: 1%", "errorTolerance: a lot");
        shop.edit("strategies.yaml", "keep: 10m", "keep: long");

        Done validate = shop.run("validate", "--json");

        assertThat(validate.exitCode()).isEqualTo(3);
        assertThat(validate.json().at("/error/code").asText()).isEqualTo("invalid");
        assertThat(validate.json().at("/error/problems").size()).isGreaterThanOrEqualTo(10);
        assertThat(validate.json().at("/error/problems")).allSatisfy(problem -> {
            assertThat(problem.get("file").asText()).endsWith(".yaml");
            assertThat(problem.get("line").asInt()).isPositive();
            assertThat(problem.get("message").asText()).isNotBlank();
        });
        assertThat(validate.err()).contains("Did you mean").doesNotContain("\tat ");
    }

    @Test
    void shouldNameACycleInFull() {
        shop.edit(
                "shop.yaml",
                "    template: java-service\n    ports: {http: 8080}\n  inventory:",
                "" + "    template: java-service\n    ports: {http: 8080}\n    dependsOn: [inventory]\n  inventory:");
        shop.edit("shop.yaml", "    title: Inventory\n", "    title: Inventory\n    dependsOn: [payments]\n");

        Done validate = shop.run("validate");

        assertThat(validate.exitCode()).isEqualTo(3);
        assertThat(validate.err())
                .containsPattern("inventory -> payments -> inventory|payments -> inventory -> payments");
    }

    @Test
    void shouldNameAMissingTemplateAndTheNearestOne() {
        shop.edit("templates.yaml", "name: java-service", "name: java-services");

        Done build = shop.run("build");

        assertThat(build.exitCode()).isEqualTo(3);
        assertThat(build.err()).contains("java-service").contains("Did you mean \"java-services\"?");
    }

    @Test
    void shouldNameTheNearestServiceWhereOneIsUnknown() {
        Done build = shop.run("build", "ordes");

        assertThat(build.exitCode()).isEqualTo(6);
        assertThat(build.err()).contains("Did you mean \"orders\"?").doesNotContain("\tat ");
    }

    @Test
    void shouldNameTheNearestEnvironmentWhereOneIsUnknown() {
        Done plan = shop.run("plan", "prodction", "--json");

        assertThat(plan.exitCode()).isEqualTo(6);
        assertThat(plan.json().at("/error/remedy").asText()).isEqualTo("Did you mean \"production\"?");
    }

    @Test
    void shouldShowTheGraphThatTheSourcesShow() {
        Done scan = shop.run("scan");

        assertThat(scan.exitCode()).isZero();
        assertThat(scan.out())
                .containsPattern("storefront\\s+->\\s+orders\\s+confirmed")
                .contains("start order: inventory + payments, then orders + products, then storefront");
    }

    @Test
    void shouldDrawTheGraph() {
        assertThat(shop.run("scan", "--format", "mermaid").out()).startsWith("flowchart LR");
        assertThat(shop.run("scan", "--format", "dot").out()).startsWith("digraph");
    }

    @Test
    void shouldEndWith1WhereACallIsNotDeclared() {
        shop.edit("shop.yaml", "dependsOn: [inventory, payments]", "dependsOn: [inventory]");

        Done scan = shop.run("scan", "--json");

        assertThat(scan.exitCode()).isEqualTo(1);
        assertThat(scan.json().get("passes").asBoolean()).isFalse();
    }

    @Test
    void shouldSayWhatTheCompilerSaid() {
        shop.edit("orders/src/Main.java", "class Main", "klass Main");

        Done build = shop.run("build", "orders");

        assertThat(build.exitCode()).isEqualTo(6);
        assertThat(build.err()).contains("Building the image of orders failed").contains("Main.java");
    }

    @Test
    void shouldAskWhichLineWhereThereAreSeveral() throws IOException {
        Files.writeString(
                shop.catalog().resolve("bank.yaml"),
                "apiVersion: service-delivery/v1\nkind: ProductLine\nname: bank\nrepository: registry.local/bank\n"
                        + "owners: {main: [alice], backup: [bob]}\n"
                        + "services:\n  loans: {template: java-service, ports: {http: 8080}}\n");

        Done scan = shop.run("scan");

        assertThat(scan.exitCode()).isEqualTo(6);
        assertThat(scan.err()).contains("--line: bank, shop");
    }
}
