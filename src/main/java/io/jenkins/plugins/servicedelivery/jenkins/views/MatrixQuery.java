package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.Util;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Which part of the matrix somebody wants to see.
 *
 * @param line the product line; empty where any will do
 * @param filter what the names of services must contain; empty where nothing
 * @param page counted from 1
 */
record MatrixQuery(String line, String filter, int page) {
    private static final int LONGEST_FILTER = 60;

    MatrixQuery {
        String cleaned = filter.trim().toLowerCase(Locale.ROOT);
        filter = cleaned.substring(0, Math.min(LONGEST_FILTER, cleaned.length()));
        page = Math.max(1, page);
    }

    static MatrixQuery ofRequest() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        return request == null
                ? new MatrixQuery("", "", 1)
                : new MatrixQuery(
                        Util.fixNull(request.getParameter("line")),
                        Util.fixNull(request.getParameter("service")),
                        number(Util.fixNull(request.getParameter("page"))));
    }

    boolean matches(String service) {
        return service.contains(filter);
    }

    /** The address of another page of the same. */
    String address(String ofLine, int ofPage) {
        String query = "?line=" + URLEncoder.encode(ofLine, StandardCharsets.UTF_8);
        String more = filter.isEmpty() ? "" : "&service=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return query + more + (ofPage == 1 ? "" : "&page=" + ofPage);
    }

    private static int number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
    }
}
