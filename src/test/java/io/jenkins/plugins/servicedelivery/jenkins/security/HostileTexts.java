package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;

/** Texts that want to be more than texts, and what must not come of them. */
final class HostileTexts {
    private static final String MARK = "mischief";
    static final String MARKUP =
            "\"'><img src=x onerror=alert('" + MARK + "')><script>alert('" + MARK + "')</script>&lt;";
    static final String ADDRESS = "javascript:alert('" + MARK + "')";
    static final String LOOKUP = "${jndi:ldap://" + MARK + ".invalid/x}#{7*7}{{7*7}}${" + MARK + "}";
    static final String CONTROL =
            MARK + "\u001b[2J\u001b[8mha:////4\u0007\r\nFinished: SUCCESS\u202eSSECCUS\u2028\u0000\u009b31m";
    static final String LONG = MARK.repeat(12_500) + "<b>";

    private HostileTexts() {}

    static Stream<String> all() {
        return Stream.of(MARKUP, ADDRESS, LOOKUP, CONTROL, LONG);
    }

    /** Nothing in the tree of a page was made by one of these texts, though they may be read in it. */
    static void assertHarmless(HtmlPage page) {
        List<String> mischief = StreamSupport.stream(
                        page.getHtmlElementDescendants().spliterator(), false)
                .flatMap(HostileTexts::mischief)
                .toList();
        assertThat(mischief).as("what %s made of texts", page.getUrl()).isEmpty();
    }

    /** A console shows lines, and nothing that moves, hides or begins one. */
    static void assertPlain(String console) {
        assertThat(console.codePoints()
                        .filter(character -> character != '\n' && character != '\t')
                        .filter(character -> List.of(
                                        (int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR)
                                .contains(Character.getType(character)))
                        .mapToObj(Integer::toHexString))
                .as("control characters in a console")
                .isEmpty();
    }

    private static Stream<String> mischief(DomElement element) {
        boolean isScript = element.getNodeName().equalsIgnoreCase("script");
        Stream<String> scripts = isScript && element.getTextContent().contains(MARK)
                ? Stream.of("a script: " + element.getTextContent())
                : Stream.empty();
        Stream<String> attributes = element.getAttributesMap().values().stream()
                .filter(attribute ->
                        isHandler(attribute.getName()) || isScript(attribute.getName(), attribute.getValue()))
                .filter(attribute -> attribute.getValue().contains(MARK))
                .map(attribute -> element.getNodeName() + " " + attribute.getName() + "=" + attribute.getValue());
        Stream<String> images = element.getNodeName().equals("img") && "x".equals(element.getAttribute("src"))
                ? Stream.of("an image")
                : Stream.empty();
        return Stream.of(scripts, attributes, images).flatMap(found -> found);
    }

    private static boolean isHandler(String attribute) {
        return attribute.toLowerCase(Locale.ROOT).startsWith("on");
    }

    private static boolean isScript(String attribute, String value) {
        return List.of("href", "src", "action", "formaction", "data-url").contains(attribute)
                && value.trim().toLowerCase(Locale.ROOT).startsWith("javascript:");
    }
}
