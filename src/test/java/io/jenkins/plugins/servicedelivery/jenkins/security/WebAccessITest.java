package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.jenkins.security.GoldenTable.Row;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Tries every address of the golden table as everybody. */
@WithJenkins
class WebAccessITest {
    private static final List<Integer> SHUT = List.of(403, 404);

    private static Scene scene;

    @BeforeAll
    static void build(JenkinsRule jenkins) throws Exception {
        scene = Scene.in(jenkins, "planted");
    }

    static List<Row> rows() {
        return GoldenTable.rows().stream().filter(Row::hasAddress).toList();
    }

    static List<Row> posted() {
        return rows().stream().filter(row -> row.verb().equals("POST")).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldLetInWhoMayAndNobodyElse(Row row) throws Exception {
        SortedMap<String, String> expected = new TreeMap<>();
        SortedMap<String, String> found = new TreeMap<>();
        for (String user : Scene.people()) {
            int status = scene.ask(user, row.verb(), row.address()).getStatusCode();
            expected.put(user, Scene.may(user, row.needs()) ? "in" : "out");
            found.put(user, SHUT.contains(status) ? "out" : status <= 400 ? "in" : "in with " + status);
        }

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("posted")
    void shouldTakeNothingButAPostWithACrumb(Row row) throws Exception {
        assertThat(scene.ask("admin", "GET", row.address()).getStatusCode()).isIn(404, 405);
        assertThat(scene.ask("admin", "POST", row.address(), false).getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldShowNobodyWhatJobsDeliveredThatHeMayNotRead() throws Exception {
        for (String user : List.of("visitor", "stranger")) {
            for (String page : List.of("service-delivery/", "service-delivery/table", "service-delivery/api/json")) {
                assertThat(scene.ask(user, "GET", page).getContentAsString())
                        .as(page)
                        .doesNotContain("planted");
            }
        }
        assertThat(scene.ask("reader", "GET", "service-delivery/").getContentAsString())
                .contains("planted");
        assertThat(scene.ask("reader", "GET", "service-delivery/api/json").getContentAsString())
                .contains("planted");
    }

    @Test
    void shouldOfferNobodyWhatHeMayNotAsk() throws Exception {
        String section = "{run}service-delivery/operation/{op}/section";

        assertThat(scene.ask("reader", "GET", section).getContentAsString()).doesNotContain("<form", "formaction");
        assertThat(scene.ask("canceller", "GET", section).getContentAsString())
                .contains("/rollback\"")
                .doesNotContain("/resume\"");
    }
}
