package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.model.Descriptor.FormException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A setting that cannot be saved. Whoever sent a form sees one line; configuration as code reports the message. */
public final class RefusedSetting extends IllegalArgumentException implements HttpResponse {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the form field that holds it */
    public RefusedSetting(String message, String field) {
        super(message);
        this.field = field;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        new FormException(getMessage(), field).generateResponse(request, response, node);
    }
}
