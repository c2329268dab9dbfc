package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The cluster steps in the Snippet Generator: forms, help, and what graphs print of them. */
@WithJenkins
class ClusterStepsConfigITest {
    private static final String IMAGE = "registry.local/tea/orders@sha256:" + "a".repeat(64);

    private static JenkinsRule jenkins;

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    private static DeployEnvironmentStep deploy() {
        return new DeployEnvironmentStep("test");
    }

    private static GrayReleaseStep release() {
        GrayReleaseStep step = new GrayReleaseStep("production");
        step.setImage(IMAGE);
        step.setService("orders");
        return step;
    }

    private static <S extends ClusterStep> S filled(S step) {
        step.setLine("tea");
        step.setCluster("simulated");
        step.setCatalog("delivery");
        step.setTrace(true);
        return step;
    }

    private static GrayReleaseStep fullRelease() {
        GrayReleaseStep step = filled(release());
        step.setStrategy("careful");
        step.setFailOnRollback(false);
        return step;
    }

    private static RollbackReleaseStep fullRollback() {
        RollbackReleaseStep step = filled(new RollbackReleaseStep("production", "orders"));
        step.setReason("wrong prices");
        return step;
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(deploy(), "deployEnvironment 'test'"),
                Arguments.of(
                        filled(deploy()),
                        "deployEnvironment catalog: 'delivery', cluster: 'simulated', environment: 'test', line: 'tea',"
                                + " trace: true"),
                Arguments.of(
                        release(), "grayRelease environment: 'production', image: '" + IMAGE + "', service: 'orders'"),
                Arguments.of(
                        fullRelease(),
                        "grayRelease catalog: 'delivery', cluster: 'simulated', environment: 'production',"
                                + " failOnRollback: false, image: '" + IMAGE
                                + "', line: 'tea', service: 'orders', strategy: 'careful', trace: true"),
                Arguments.of(
                        new RollbackReleaseStep("production", "orders"),
                        "rollbackRelease environment: 'production', service: 'orders'"),
                Arguments.of(
                        fullRollback(),
                        "rollbackRelease catalog: 'delivery', cluster: 'simulated', environment: 'production',"
                                + " line: 'tea', reason: 'wrong prices', service: 'orders', trace: true"),
                Arguments.of(new RecycleEnvironmentStep("test"), "recycleEnvironment 'test'"),
                Arguments.of(
                        filled(new RecycleEnvironmentStep("test")),
                        "recycleEnvironment catalog: 'delivery', cluster: 'simulated', environment: 'test', line: 'tea',"
                                + " trace: true"));
    }

    static Stream<Step> forms() {
        return Stream.of(
                release(), filled(deploy()), fullRelease(), fullRollback(), filled(new RecycleEnvironmentStep("test")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shouldComeBackFromTheFormAsItWas(Step step) throws Exception {
        Step again = new StepConfigTester(jenkins).configRoundTrip(step);

        jenkins.assertEqualDataBoundBeans(step, again);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void shouldBeWrittenAsShortAsCanBe(Step step, String snippet) throws Exception {
        new SnippetizerTester(jenkins).assertRoundTrip(step, snippet);
    }

    static Stream<StepDescriptor> descriptors() {
        return ExtensionList.lookup(StepDescriptor.class).stream()
                .filter(descriptor -> ClusterStep.class.isAssignableFrom(descriptor.clazz));
    }

    @Test
    void shouldBeFourSteps() {
        assertThat(descriptors().map(StepDescriptor::getFunctionName))
                .containsExactlyInAnyOrder("deployEnvironment", "grayRelease", "recycleEnvironment", "rollbackRelease");
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldHaveHelpForEveryFieldInBothLanguages(StepDescriptor descriptor) throws Exception {
        for (var parameter : DescribableModel.of(descriptor.clazz).getParameters()) {
            String name = parameter.getName();
            assertHelp(descriptor, jenkins.executeOnServer(() -> descriptor.getHelpFile(name)), name);
        }
        assertHelp(descriptor, jenkins.executeOnServer(descriptor::getHelpFile), "the step");
    }

    private static void assertHelp(StepDescriptor descriptor, String path, String what) throws Exception {
        assertThat(path)
                .as("help of " + what + " of " + descriptor.getFunctionName())
                .isNotNull();
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            String english =
                    client.goTo(path.substring(1), null).getWebResponse().getContentAsString();
            client.addRequestHeader("Accept-Language", "zh-CN");
            String chinese =
                    client.goTo(path.substring(1), null).getWebResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(english).as(path).contains("<div>").doesNotContainPattern("\\p{IsHan}");
            assertThat(chinese).as(path + " in Chinese").contains("<div>").containsPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldHaveANameInBothLanguages(StepDescriptor descriptor) throws Exception {
        String key = descriptor.clazz.getSimpleName() + ".displayName";
        assertThat(messages("Messages.properties")).containsKey(key);
        assertThat(messages("Messages_zh_CN.properties").getProperty(key)).containsPattern("\\p{IsHan}");
        assertThat(descriptor.getDisplayName()).isNotBlank();
    }

    private static Properties messages(String name) throws Exception {
        Properties properties = new Properties();
        try (InputStream file = ClusterStep.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void shouldSayInOneShortLineWhatTheyAreAbout() {
        assertThat(words(new DeployEnvironmentStep.DescriptorImpl(), Map.of("environment", "test")))
                .isEqualTo("test");
        assertThat(words(
                        new DeployEnvironmentStep.DescriptorImpl(),
                        Map.of("environment", "test", "images", Map.of("payments", IMAGE, "orders", IMAGE))))
                .isEqualTo("orders, payments to test");
        assertThat(words(
                        new GrayReleaseStep.DescriptorImpl(),
                        Map.of("environment", "production", "image", Map.of("orders", IMAGE))))
                .isEqualTo("orders in production");
        assertThat(words(
                        new GrayReleaseStep.DescriptorImpl(),
                        Map.of("environment", "production", "image", IMAGE, "service", "orders")))
                .isEqualTo("orders in production");
        assertThat(words(
                        new RollbackReleaseStep.DescriptorImpl(),
                        Map.of("environment", "production", "service", "orders", "reason", "x")))
                .isEqualTo("orders in production");
        assertThat(words(new RecycleEnvironmentStep.DescriptorImpl(), Map.of("environment", "test")))
                .isEqualTo("test");
        assertThat(words(new RecycleEnvironmentStep.DescriptorImpl(), Map.of())).isEmpty();
    }

    private static String words(StepDescriptor descriptor, Map<String, Object> arguments) {
        return descriptor.argumentsToString(arguments);
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void shouldNeedNoNode(StepDescriptor descriptor) {
        assertThat(descriptor.getRequiredContext().stream().map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Run", "TaskListener", "FlowNode");
    }
}
