package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema tells an editor and what a codec reads are the same. */
class SchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"shop.yaml", "complete.yaml", "minimal.yaml"})
    void shouldAcceptTheDocumentsThatAreRead(String resource) {
        String text = DocumentFixtures.resource(resource);

        assertThat(CatalogReader.read(Map.of(resource, text))).isNotNull();
        assertThat(EditorView.documents(text)).allSatisfy(document -> assertThat(EditorView.validate(document))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name: careful              | name: Careful
                    name: careful              | name: care-
                    name: careful              | nam: careful
                    apiVersion: service-delivery/v1 | apiVersion: v2
                    title: Small Shop          | titel: Small Shop
                    title: Small Shop          | title: [a]
                    title: Small Shop          | title:
                    registry.local:5000/teams/shop | shop
                    registry.local:5000/teams/shop | registry.local/shop:1
                    layers: [edge, base]       | layers: edge
                    main: [alice, dora]        | main: []
                    main: [alice, dora]        | main: [a, b, c]
                    main: [carol]              | main: [carol, carol]
                    main: [carol]              | main: [""]
                    source: sources/storefront | source: /sources
                    source: sources/storefront | source: a/../b
                    source: sources/storefront | source: ../sources
                    modules: [web, common/api] | modules: [../web]
                    modules: [web, common/api] | modules: web
                    http: 8080, metrics        | http: 0, metrics
                    metrics: 9090              | metrics: 65536
                    metrics: 9090              | metrics: x
                    metrics: 9090              | Metrics: 9090
                    dependsOn: [orders]        | dependsOn: [orders, orders]
                    dependsOn: [orders]        | dependsOn: [Orders]
                    version: 1.0               | version: ""
                    base: {image               | base: {empty: true, image
                    base: {image               | base: {empty: false, imag
                    jre:17@sha256:             | jre:17@sha512:
                    commands: [[mvn, -q, package], | commands: [[],
                    commands: [[mvn, -q, package], | commands: [mvn,
                    limit: 2m                  | limit: 2 m
                    limit: 2m                  | limit: 0m
                    limit: 2m                  | limit: 120
                    outputs: [target]          | outputs: [/target]
                    into: /srv/lib             | into: srv/lib
                    into: /srv/lib             | into: /srv/../lib
                    into: /srv/lib             | onto: /srv/lib
                    user: app                  | user: ""
                    entrypoint: [java, -cp, /srv/classes, Main] | entrypoint: []
                    DEBUG: false               | DE-BUG: false
                    labels: {team: shop}       | labels: {team: [shop]}
                    probe: /ready              | probe: ready
                    namespace: prod            | namespace: Prod
                    namespace: prod            | namespace: kube-system
                    namespace: prod            | namespace: default
                    owner: alice               | title2: alice
                    production: true           | production: yes
                    default: 2, orders: 3      | default: 0, orders: 3
                    default: 2, orders: 3      | default: 2, orders: many
                    readyWithin: 10m           | readyWithin: 10
                    log.level: {class          | logLevel: {class
                    class: interface           | class: interfaces
                    type: duration             | type: time
                    required: true, dynamic    | required: maybe, dynamic
                    global: {log.level: info}  | globals: {log.level: info}
                    global: {log.level: info}  | global: {log.level: {a: b}}
                    weight: 5,                 | weight: 0,
                    weight: 50                 | weight: 100
                    weight: 50                 | weight: half
                    hold: 2m                   | hold: 0s
                    interval: 20s              | interval: 0s
                    errorTolerance: 0.5 %      | errorTolerance: 0.005
                    errorTolerance: 0.5 %      | errorTolerance: 101%
                    minimumRequests: 100       | minimumRequests: 0
                    inconclusive: rollback     | inconclusive: stop
                    keep: 7d                   | keep: 1w
                    undeclared: warning        | undeclared: warn
                    because: goes away in May  | because: ""
                    environments: [production], | environments: production,
                    mergeBack: [devel]         | mergesBack: [devel]
                    """)
    void shouldRefuseWhatIsNotRead(String right, String wrong) {
        String text = DocumentFixtures.resource("complete.yaml");
        assertThat(text).contains(right);
        String broken = text.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThatThrownBy(() -> CatalogReader.read(Map.of("f.yaml", broken)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(EditorView.documents(broken)).anySatisfy(document -> assertThat(EditorView.validate(document))
                .isNotEmpty());
    }

    @Test
    void shouldKnowTheSameKeysAsTheCodecs() {
        List<ObjectNode> documents = EditorView.documents(DocumentFixtures.resource("complete.yaml"));

        for (ObjectNode document : documents) {
            SchemaWalk walk = SchemaWalk.over(document);
            assertThat(walk.unvisited()).isEmpty();
            walk.mappings().forEach((mapping, schemaKeys) -> {
                mapping.put("zzzzzzzzzzzzzzzz", "");
                assertThat(knownKeys(documents)).isEqualTo(schemaKeys);
                mapping.remove("zzzzzzzzzzzzzzzz");
            });
        }
    }

    @Test
    void shouldNameTheDefaultsThatTheCodecsTake() {
        List<ObjectNode> documents = EditorView.documents(DocumentFixtures.resource("minimal.yaml"));
        String before = EditorView.text(documents);

        documents.forEach(document -> SchemaWalk.fillDefaults(document));

        String after = EditorView.text(documents);
        assertThat(after.length()).isGreaterThan(before.length() + 500);
        assertThat(CatalogReader.read(Map.of("f.yaml", after)))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Place.class)
                .isEqualTo(CatalogReader.read(Map.of("f.yaml", before)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProductLine",
                "ImageTemplate",
                "Environment",
                "ConfigSet",
                "ReleaseStrategy",
                "ScanPolicy",
                "BranchFlow"
            })
    void shouldDescribeEveryKind(String kind) {
        JsonNode schema = EditorView.schema(kind);

        assertThat(Kind.names()).hasSize(7).contains(kind);
        assertThat(schema.get("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(schema.get("$id").asText()).endsWith("/v1/" + kind + ".json");
        schema.get("properties")
                .forEach(property -> assertThat(property.get("description")).isNotNull());
    }

    /** What the codec says that it knows where it meets a key that nobody could have meant. */
    private static Set<String> knownKeys(List<ObjectNode> documents) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> CatalogReader.read(Map.of("f.yaml", EditorView.text(documents))));
        List<Problem> unknown = new ArrayList<>(refused.problems());
        unknown.removeIf(problem -> !problem.code().equals("unknown-key"));
        assertThat(unknown).hasSize(1);
        String remedy = unknown.get(0).remedy();
        return new TreeSet<>(List.of(
                remedy.substring("Known: ".length(), remedy.length() - 1).split(", ")));
    }
}
