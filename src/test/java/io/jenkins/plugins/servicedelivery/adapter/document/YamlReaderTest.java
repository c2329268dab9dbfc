package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final YamlLimits LIMITS = new YamlLimits(10_000, 5, 200, 3, 20);

    @Test
    void shouldKeepTextsWithTheirPlaces() {
        Node document = document("# a comment\na: no\nb:\n  - 1.20\n  - \"x\"\n");

        assertThat(document)
                .isEqualTo(new Node.Mapping(
                        at(2, 1),
                        List.of(
                                new Node.Entry(text(2, 1, "a"), text(2, 4, "no")),
                                new Node.Entry(
                                        text(3, 1, "b"),
                                        new Node.Sequence(
                                                at(4, 3),
                                                List.of(text(4, 5, "1.20"), new Node.Scalar(at(5, 5), "x", false)))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "1.20", "0x10", "~", "null", "2026-01-01", "1e3", "012", ".inf", "12:30:00"})
    void shouldLeaveEveryScalarText(String text) {
        assertThat(document("a: " + text))
                .isInstanceOfSatisfying(Node.Mapping.class, mapping -> assertThat(mapping.get("a"))
                        .contains(text(1, 4, text)));
    }

    @Test
    void shouldReadSeveralDocumentsAndSkipEmptyOnes() {
        YamlReader.Result result = read("---\na: 1\n---\n---\n# nothing\n---\nb: 2\n---\n");

        assertThat(result.problems()).isEmpty();
        assertThat(result.documents()).extracting(Node::place).containsExactly(at(2, 1), at(7, 1));
    }

    @Test
    void shouldSkipAByteOrderMark() {
        assertThat(document("\uFEFFa: 1").place()).isEqualTo(at(1, 1));
    }

    @Test
    void shouldFillInAliases() {
        assertThat(document("a: &x [1]\nb: *x\n"))
                .isInstanceOfSatisfying(Node.Mapping.class, mapping -> assertThat(mapping.get("b"))
                        .isEqualTo(mapping.get("a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a: !!javax.script.ScriptEngineManager [x]                 | type-tag         | 1 | 4
                    a: !!javax.script.ScriptEngineManager [!!java.net.URL [x]]| type-tag         | 1 | 4
                    !!javax.script.ScriptEngineManager {a: 1}                 | type-tag         | 1 | 1
                    a: !local x                                               | type-tag         | 1 | 4
                    a: !!binary aGVsbG8=                                      | type-tag         | 1 | 4
                    !!java.net.URL x: 1                                       | bad-key          | 1 | 1
                    ? [a, b]                                                  | bad-key          | 1 | 3
                    {a: 1, b: 2, a: 3}                                        | duplicate-key    | 1 | 14
                    a: {<<: {b: 1}}                                           | merge-key        | 1 | 5
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaa: 1                          | bad-key          | 1 | 1
                    a: [[[[[x]]]]]                                            | too-deep         | 1 | 8
                    a: &x [*x]                                                | alias-cycle      | 1 | 4
                    [&a [1], *a, *a, *a, *a]                                  | too-many-aliases | 1 | 2
                    a: *nothing                                               | syntax           | 1 | 4
                    a: [1                                                     | syntax           | 1 | 6
                    a: 'x                                                     | syntax           | 1 | 6
                    a: @x                                                     | syntax           | 1 | 4
                    """)
    void shouldRefuseInOneProblem(String text, String code, int line, int column) {
        YamlReader.Result result = read(text.strip());

        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).code()).isEqualTo(code);
        assertThat(result.problems().get(0).place()).isEqualTo(at(line, column));
    }

    @Test
    void shouldNameTheFirstOfTwoEqualKeys() {
        assertThat(read("a: 1\nb: 2\na: 3\n").problems())
                .extracting(Object::toString)
                .containsExactly("f.yaml:3:1: The key \"a\" is already written at f.yaml:1:1. Remove one of the two.");
    }

    @Test
    void shouldRefuseTabsAsIndentation() {
        assertThat(read("a:\n\tb: 1\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo(at(2, 1)))
                .satisfies(problem -> assertThat(problem.message()).contains("TAB"));
    }

    @Test
    void shouldRefuseBinaryAtItsPlace() {
        assertThat(read("a: 1\nb: \u00001\n").problems())
                .extracting(Object::toString)
                .containsExactly("f.yaml:2:4: The file holds the character U+0000, which YAML does not allow."
                        + " Write the file as text in UTF-8.");
    }

    @Test
    void shouldRefuseAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(read(bomb.toString()).problems()).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo("too-many-aliases"));
    }

    @Test
    void shouldRefuseManyPartsAndManyCharacters() {
        assertThat(read("[" + "x,".repeat(300) + "x]").problems())
                .extracting("code")
                .containsExactly("too-many-parts");
        assertThat(read("#".repeat(10_001)).problems()).extracting("code").containsExactly("file-too-large");
    }

    @Test
    void shouldRefuseDepthBeyondWhatTheLibraryReads() {
        assertThat(read("[".repeat(5_000)).problems()).hasSize(1);
    }

    @Test
    void shouldKeepWhatStandsBeforeASyntaxError() {
        YamlReader.Result result = read("a: 1\n---\nb: [\n");

        assertThat(result.documents()).hasSize(1);
        assertThat(result.problems()).hasSize(1);
    }

    private static Node document(String text) {
        YamlReader.Result result = read(text);
        assertThat(result.problems()).isEmpty();
        assertThat(result.documents()).hasSize(1);
        return result.documents().get(0);
    }

    private static YamlReader.Result read(String text) {
        return new YamlReader(LIMITS).read("f.yaml", text);
    }

    private static Place at(int line, int column) {
        return new Place("f.yaml", line, column);
    }

    private static Node.Scalar text(int line, int column, String text) {
        return new Node.Scalar(at(line, column), text, true);
    }
}
