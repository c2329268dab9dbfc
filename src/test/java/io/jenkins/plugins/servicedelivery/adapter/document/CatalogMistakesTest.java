package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake that the check of a whole catalog finds: one change to a valid catalog, one problem. */
class CatalogMistakesTest {
    private static final String HEAD = "\n---\napiVersion: service-delivery/v1\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    template: java-service, ports: {http: 8080}, dependsOn: [inventory]} | template: ^jav, ports: {http: 8080}, dependsOn: [inventory]} | unknown-template | services.products.template
                    dependsOn: [payments, inventory] | dependsOn: [^payment, inventory] | unknown-service | services.orders.dependsOn.payment
                    payments: {layer: base, | payments: {layer: base, dependsOn: [^products], | layer-violation | services.payments.dependsOn.products
                    dependsOn: [inventory] | dependsOn: [^products] | dependency-cycle | services.products.dependsOn.products
                    products: {layer: application | products: {layer: ^aplication | unknown-layer | services.products.layer
                    ports: {http: 8080}, dependsOn: [products | ports: {http: 8080, admin: ^8080}, dependsOn: [products | port-conflict | services.storefront.ports.admin
                    storefront: {layer: edge, template: java-service, ports: {http: 8080}, | ^storefront: {layer: edge, template: java-service, | port-missing | services.storefront.ports
                    owners: {main: [alice], backup: [bob]} | ^owners: {main: [alice]} | owner-missing | owners.backup
                    owners: {main: [alice], backup: [bob]} | ^owners: {main: [alice], backup: [alice]} | owner-twice | owners
                    backup: [bob] | backup: ^[b, c, d] | too-many-owners | owners.backup
                    storefront: {layer | storefront: {^owners: {main: [bob]}, layer | owner-twice | services.storefront.owners
                    variables: {PORT: "${port}"} | variables: {PORT: ^"${prot}"} | unknown-placeholder | variables.PORT
                    variables: {PORT: "${port}"} | variables: {PORT: ^"${port"} | unknown-placeholder | variables.PORT
                    -d, target/classes | -d, ^"${out}/classes" | unknown-placeholder | build.commands[0][2]
                    line: shop@title: Production | line: ^shpo@title: Production | unknown-line | line
                    title: Production | services: [orders, ^payment] | unknown-service | services.payment
                    default: 2, orders: 3 | default: 2, order: ^3 | unknown-service | replicas.order
                    replicas: {default: 2, orders: 3} | replicas: {default: 2, orders: ^3}@services: [payments] | service-not-in-environment | replicas.orders
                    title: Production | namespace: ^shop-test | namespace-conflict | namespace
                    title: Production | namespace: ^Shop_Production | bad-namespace | namespace
                    title: Production | namespace: ^default | protected-namespace | namespace
                    title: Production | namespace: ^kube-public | protected-namespace | namespace
                    title: Production | namespace: ^service-delivery | protected-namespace | namespace
                    global: {log.level: info} | global: {log.levl: ^info} | unknown-config-key | values.global["log.levl"]
                    orders: {payments.url | ^order: {payments.url | unknown-service | values.services.order
                    production:@      all | ^prodution:@      all | unknown-environment | values.environments.prodution
                    orders: {payments.timeout | ^order: {payments.timeout | unknown-service | values.environments.production.order
                    payments.timeout: 500ms | payments.timeout: ^500 | wrong-value | values.environments.production.orders["payments.timeout"]
                    "${address:payments}" | ^"http:payments" | wrong-value | values.services.orders["payments.url"]
                    "${address:payments}" | ^"${address:payment}" | unknown-service | values.services.orders["payments.url"]
                    "${address:payments}" | ^"${adress:payments}" | unknown-placeholder | values.services.orders["payments.url"]
                    payments.timeout: {class: dependency, type: duration} | ^payments.timeout: {class: dependency, type: duration, required: true} | required-key-missing | keys["payments.timeout"]
                    currency: {class: internal, type: text}@  payments.url: {class: dependency, type: url}@  payments.timeout: {class: dependency, type: duration}@values:@  global: {log.level: info}@  line: {currency: EUR} | currency: {secret: true}@  payments.url: {}@  payments.timeout: {}@values:@  line: {currency: ^EUR} | secret-in-catalog | values.line.currency
                    {weight: 25, hold | {weight: ^5, hold | weights-not-rising | steps[1].weight
                    {weight: 50, hold | {weight: ^100, hold | bad-weight | steps[2].weight
                    {weight: 5, hold | {weight: ^0, hold | bad-weight | steps[0].weight
                    {weight: 5, hold: 2m} | {weight: 5, hold: ^10s} | hold-too-short | steps[0].hold
                    errorTolerance: 1% | errorTolerance: ^100% | bad-tolerance | judge.errorTolerance
                    falseAlarm: 1 % | falseAlarm: ^0% | bad-false-alarm | judge.falseAlarm
                    falseAlarm: 1 % | falseAlarm: ^51% | bad-false-alarm | judge.falseAlarm
                    [staging, production] | [staging, ^prod] | unknown-environment | branches.master.environments.prod
                    unused: warning | accept: [{from: ^x, to: orders, because: b}] | unknown-service | accept[0].from
                    unused: warning | accept: [{from: orders, to: ^payment, because: b}, {from: orders, to: legacy, because: b}] | unknown-service | accept[0].to
                    """)
    void shouldBeFoundAtItsPlace(String right, String wrong, String code, String path) {
        String marked = change(right, wrong);

        assertThat(problems(marked.replace("^", ""))).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).isEqualTo(mark(marked));
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).endsWith(".");
            assertThat(problem.remedy()).matches(".+[.?]");
        });
    }

    @Test
    void shouldNameBothPlacesOfADuplicate() {
        assertThat(only(DocumentFixtures.shop() + HEAD
                        + "kind: ImageTemplate\nname: java-service\nversion: 2\nbase: {empty: true}\n"
                        + "layers: {a: {from: a, into: /a}}\nentrypoint: [a]\n"))
                .hasToString("shop.yaml:96:7: The image template \"java-service\" is already written at shop.yaml:17:7."
                        + " Rename one, or remove it.");
    }

    @Test
    void shouldRefuseASecondConfigSetOfALine() {
        assertThat(only(DocumentFixtures.shop() + HEAD + "kind: ConfigSet\nname: other\nline: shop\nkeys: {}\n"))
                .hasToString("shop.yaml:97:7: The config set of the product line \"shop\" is already written at"
                        + " shop.yaml:53:7. Write everything into one of the two.");
    }

    @Test
    void shouldRefuseTwoKeysOfOneVariable() {
        assertThat(only(change("  log.level: {}", "  log.level: {}\n  log-level: {}")))
                .hasToString(
                        "shop.yaml:55:3: The keys \"log-level\" and \"log.level\" both become the variable LOG_LEVEL."
                                + " Rename one of them.");
    }

    @Test
    void shouldRefuseAReservedNameOfAService() {
        assertThat(only(change(
                        "  inventory: {",
                        "  all: {layer: base, template: java-service, ports: {http: 1}}\n  inventory: {")))
                .extracting(Problem::code)
                .isEqualTo("reserved-name");
    }

    @Test
    void shouldNameACycleInFullAndEveryOther() {
        String text = change("dependsOn: [payments, inventory]", "dependsOn: [payments]")
                .replace("layer: base, ", "")
                .replace("layer: application, ", "")
                .replace(
                        "payments: {template: java-service,", "payments: {template: java-service, dependsOn: [orders],")
                .replace(
                        "inventory: {template: java-service,",
                        "inventory: {template: java-service, dependsOn: [products],");

        assertThat(problems(text))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "The dependencies form a cycle: inventory -> products -> inventory.",
                        "The dependencies form a cycle: orders -> payments -> orders.");
    }

    @Test
    void shouldShowHostileTextOnOneLineWithoutControlCharacters() {
        List<Problem> problems = problems(change("title: Production", "\"\\e[31m\\nowner\": 1")
                .replace("log.level: {}", "\"\\e.k\": {}")
                .replace("[alice]", "[\"\\e\", \"\\e\"]"));

        assertThat(problems).extracting(Problem::code).contains("unknown-key", "bad-key-name", "owner-twice");
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem + problem.path()).matches("[ -~…]+"));
    }

    @Test
    void shouldEndSoonWithALargeLineOfManyCycles() {
        String services = IntStream.range(0, 400)
                .mapToObj(i -> "  s%d: {template: java-service, ports: {http: 1}, dependsOn: [s%d]}\n"
                        .formatted(i, i % 2 == 0 ? i + 1 : i - 1))
                .collect(Collectors.joining());

        assertThat(problems(change("  storefront: {", services + "  storefront: {")))
                .hasSize(200)
                .extracting(Problem::code)
                .containsOnly("dependency-cycle");
    }

    @Test
    void shouldRefuseALineThatIsTooLarge() {
        String services = IntStream.range(0, 2000)
                .mapToObj(i -> "  s%d: {template: java-service, ports: {http: 1}, dependsOn: [s%d]}\n".formatted(i, i))
                .collect(Collectors.joining());

        assertThat(only(change("  storefront: {", services + "  storefront: {")))
                .extracting(Problem::code)
                .isEqualTo("too-many-services");
    }

    @Test
    void shouldReportOnlyTheCauseAndNotWhatFollowsFromIt() {
        assertThat(problems(change("name: shop\ntitle", "nam: shop\ntitle")))
                .extracting(Problem::code)
                .containsExactly("missing-key", "unknown-key");
        assertThat(only(change("services:\n  storefront: {", "services: x\n#")))
                .extracting(Problem::code)
                .isEqualTo("syntax");
        assertThat(only(change("base: {empty: true}", "base: {empty: true\n")))
                .extracting(Problem::code)
                .isEqualTo("syntax");
        assertThat(only(change("line: shop\nowner: alice\n---", "line: !!x shop\nowner: alice\n---")))
                .extracting(Problem::code)
                .isEqualTo("type-tag");
    }

    @Test
    void shouldReportEveryFileAtOnce() {
        Map<String, String> texts = Map.of(
                "a.yaml", "apiVersion: service-delivery/v1\nkind: Enviroment\n",
                "b.yaml", "[",
                "shop.yaml", change("dependsOn: [inventory]", "dependsOn: [inventry]"));

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> CatalogReader.read(texts))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("missing-key", "unknown-kind", "syntax", "unknown-service");
    }

    @Test
    void shouldWarnOfWhatIsNotWrongButWorthAWord() {
        String text = change("title: Production", "services: [orders, payments]")
                .replace("default: 2, orders", "default: 1, orders")
                .replace("entrypoint:", "user: root\nentrypoint:")
                .replace("  payments: {layer", many(9) + "  payments: {layer");

        List<Finding> findings =
                CatalogReader.inspect(Map.of("shop.yaml", text)).findings();

        assertThat(findings)
                .extracting(Finding::rule, Finding::subject, finding -> finding.place()
                        .line())
                .containsExactlyInAnyOrder(
                        tuple("owner-overload", "alice", 7),
                        tuple("template-root-user", "java-service", 35),
                        tuple("dependency-not-in-environment", "orders", 55),
                        tuple("production-single-instance", "payments", 58));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  s" + i + ": {template: java-service, ports: {http: 8080}}\n")
                .collect(Collectors.joining());
    }

    /** The shop with its first such text changed; {@code @} stands for the end of a line, a caret for the place. */
    private static String change(String right, String wrong) {
        String from = right.replace('@', '\n');
        assertThat(DocumentFixtures.shop()).contains(from);
        return DocumentFixtures.shop()
                .replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(wrong.replace('@', '\n')));
    }

    /** The place of the one caret in a text. */
    private static Place mark(String text) {
        String before = text.substring(0, text.indexOf('^'));
        return new Place(
                "shop.yaml",
                (int) before.lines().count() + (before.endsWith("\n") ? 1 : 0),
                before.length() - before.lastIndexOf('\n'));
    }

    private static Problem only(String text) {
        List<Problem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> CatalogReader.read(Map.of("shop.yaml", text)))
                .problems();
    }
}
