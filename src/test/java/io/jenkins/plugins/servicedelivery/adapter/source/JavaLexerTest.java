package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaLexerTest {
    @Test
    void shouldDropCommentsAndKeepTexts() {
        assertThat(texts("/* \"a\" */ \"b\" // \"c\"\n \"/* d */\" '\"' \"e\""))
                .containsExactly("b", "/* d */", "\"", "e");
    }

    @Test
    void shouldReadTextBlocksAsTheLanguageDefinesThem() {
        String source = "\"\"\"\n    first \\\n    line\n      \"quoted\" \\\"\"\"\\tend\n    \"\"\"";

        assertThat(texts(source)).containsExactly("first line\n  \"quoted\" \"\"\"\tend\n");
    }

    @Test
    void shouldReplaceUnicodeEscapesBeforeAnythingElse() {
        assertThat(texts("\\u0022a\\u0062\" \"\\\\u0041\" // \\u000a \"c\"")).containsExactly("ab", "\\u0041", "c");
    }

    @Test
    void shouldResolveEscapesOfTexts() {
        assertThat(texts("\"a\\\"b\\\\\" \"\\150\\t\"")).containsExactly("a\"b\\", "h\t");
    }

    @Test
    void shouldKnowThePlaceOfEveryToken() {
        JavaText text = JavaText.of("A.java", "a\r\n \\u0062c\rd");

        List<JavaToken> tokens = JavaLexer.read(text, 100).tokens();

        assertThat(tokens)
                .extracting(token -> token.text() + " " + text.place(token.index()))
                .containsExactly("a A.java:1:1", "bc A.java:2:2", "d A.java:3:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "'a", "/* a", "\"\"\"\na", "\"a\n", "\"a\\"})
    void shouldSayThatATextOrCommentDoesNotEnd(String source) {
        assertThat(JavaLexer.read(JavaText.of("A.java", source), 100).complete())
                .isFalse();
    }

    @Test
    void shouldStopAtTheLimitOfTokens() {
        JavaLexer.Result result = JavaLexer.read(JavaText.of("A.java", "a b c d"), 3);

        assertThat(result.tokens()).hasSize(3);
        assertThat(result.complete()).isFalse();
    }

    private static List<String> texts(String source) {
        return JavaLexer.read(JavaText.of("A.java", source), 1_000).tokens().stream()
                .filter(token -> token.kind() == JavaToken.Kind.TEXT)
                .map(JavaToken::text)
                .toList();
    }
}
