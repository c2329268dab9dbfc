package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * Whether a page that is open has to be drawn anew, and when to ask again.
 *
 * @param revision another one whenever the page would look different
 * @param live it may still change; a page need not ask any more where it may not
 * @param seconds how long to wait before asking again
 */
public record Progress(String revision, boolean live, int seconds) implements HttpResponse {
    private static final int SOON = 2;
    private static final int LATER = 10;

    static Progress of(Optional<Story> story, Controls controls) {
        String content = story.map(Story::toString).orElse("") + controls;
        boolean live = story.map(Story::moment).filter(Progress::isLive).isPresent();
        boolean waiting = story.map(Story::moment).filter(Progress::isWaiting).isPresent();
        return new Progress(Digest.of(content).hex().substring(0, 16), live, waiting ? LATER : SOON);
    }

    private static boolean isLive(Story.Moment moment) {
        return !moment.terminal() && (moment.open() || !moment.asked().isEmpty());
    }

    private static boolean isWaiting(Story.Moment moment) {
        return moment.settled() && moment.asked().isEmpty();
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        String tag = "\"" + revision + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        JSONObject json = new JSONObject();
        json.put("revision", revision);
        json.put("live", live);
        json.put("seconds", seconds);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
