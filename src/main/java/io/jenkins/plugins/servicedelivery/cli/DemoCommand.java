package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import picocli.CommandLine.Command;

/** The command {@code demo}. */
@Command(
        name = "demo",
        description = {
            "Takes a small shop of five services from its sources to production on the simulated cluster,",
            "releases a good version and a bad one, and prints the command for each step.",
            "Works in the folder demo below --state, which it clears first."
        },
        footer = {"  service-delivery demo", "  service-delivery demo --state /tmp/try --quiet"})
final class DemoCommand extends Verb {
    private static final String GOOD = "orders-1.1-check-letter";
    private static final String BAD = "orders-1.2-readable-letters";

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        SampleShop shop = new SampleShop(workshop.choices().state().resolve("demo"));
        shop.unpack();
        DemoStory story = new DemoStory(toolKit(), shop);
        story.tell("A small shop of five services. Everything that follows happens on a simulated cluster.");
        prepare(story);
        bringUp(story);
        release(story, shop);
        story.chapter("What runs where now?");
        story.step("status");
        return story.end();
    }

    private static void prepare(DemoStory story) throws InterruptedException {
        story.chapter("Is the catalog right?");
        story.step("validate");
        story.chapter("Who calls whom? Read from the sources, compared with the catalog.");
        story.step("scan");
        story.chapter("An image for each service, from one template.");
        story.step("build");
        if (story.catalog().templates().values().stream().anyMatch(each -> each.base() instanceof BaseImage.Empty)) {
            story.tell("(Their base is empty, so no container runtime can start them; templates.yaml names the base.)");
        }
    }

    private static void bringUp(DemoStory story) throws InterruptedException {
        story.chapter("An environment for tests, in the order of the dependencies.");
        story.step("deploy", "test");
        story.chapter("The same for production, with its own configuration and more instances.");
        story.step("deploy", "production");
        story.chapter("Once more: nothing has changed, so nothing is written.");
        story.step("deploy", "production");
    }

    private static void release(DemoStory story, SampleShop shop) throws InterruptedException {
        shop.apply(GOOD);
        story.chapter("A new version of orders (" + GOOD + ") gets its first requests.");
        story.step("build", "orders");
        story.step("release", "orders", "--in", "production");
        shop.apply(BAD);
        story.chapter("The next one (" + BAD + ") has a mistake in it, which nobody has told the judge.");
        story.step("build", "orders");
        story.step("release", "orders", "--in", "production");
    }
}
