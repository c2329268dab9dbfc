package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.model.Run;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;

/** Somebody with a browser. */
final class Visitor {
    private final JenkinsRule jenkins;
    private final WebClient client;

    private Visitor(JenkinsRule jenkins, WebClient client) {
        this.jenkins = jenkins;
        this.client = client;
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setJavaScriptEnabled(false); // pages must be readable without
    }

    static Visitor anonymous(JenkinsRule jenkins) {
        return new Visitor(jenkins, jenkins.createWebClient());
    }

    static Visitor of(JenkinsRule jenkins, String user) throws Exception {
        return new Visitor(jenkins, jenkins.createWebClient().withBasicCredentials(user));
    }

    Visitor speaking(String language) {
        client.addRequestHeader("Accept-Language", language);
        return this;
    }

    HtmlPage page(String path) throws Exception {
        return client.goTo(path);
    }

    HtmlPage release(Run<?, ?> run) throws Exception {
        return page(run.getUrl() + "service-delivery/");
    }

    /** The text of the first operation on the page of a build. */
    String operation(Run<?, ?> run) throws Exception {
        DomElement section = release(run).querySelector("section");
        return section.asNormalizedText();
    }

    /** The words on the buttons of a page's operations. */
    static List<String> buttons(HtmlPage page) {
        return page.querySelectorAll("section button[formaction]").stream()
                .map(button -> button.asNormalizedText().trim())
                .toList();
    }

    /** Presses a button, with a reason. */
    HtmlPage press(Run<?, ?> run, String words, String reason) throws Exception {
        HtmlPage page = release(run);
        HtmlButton button = (HtmlButton) page.querySelectorAll("section button[formaction]").stream()
                .filter(found -> found.asNormalizedText().trim().equals(words))
                .findFirst()
                .orElseThrow();
        button.getEnclosingForm().getInputByName("reason").setValue(reason);
        return button.click();
    }

    WebResponse get(String path) throws Exception {
        return client.goTo(path, null).getWebResponse();
    }

    JSONObject json(String path) throws Exception {
        return JSONObject.fromObject(get(path).getContentAsString());
    }

    int status(HttpMethod method, String path, boolean crumb) throws IOException {
        WebRequest request = new WebRequest(
                crumb
                        ? client.createCrumbedUrl(path)
                        : URI.create(jenkins.getURL() + path).toURL(),
                method);
        if (method == HttpMethod.POST) {
            request.setRequestParameters(List.of(new NameValuePair("reason", "because")));
        }
        client.getOptions().setRedirectEnabled(false);
        try {
            return client.loadWebResponse(request).getStatusCode();
        } finally {
            client.getOptions().setRedirectEnabled(true);
        }
    }

    WebResponse post(String path) throws IOException {
        return client.loadWebResponse(new WebRequest(client.createCrumbedUrl(path), HttpMethod.POST));
    }

    WebResponse conditional(String path, String tag) throws IOException {
        WebRequest request = new WebRequest(URI.create(jenkins.getURL() + path).toURL());
        request.setAdditionalHeader("If-None-Match", tag);
        return client.loadWebResponse(request);
    }
}
