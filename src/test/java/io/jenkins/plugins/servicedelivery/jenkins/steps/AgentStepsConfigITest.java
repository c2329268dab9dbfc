package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class AgentStepsConfigITest {
    @Test
    void shouldBringEveryArgumentOfABuildThroughTheForm(JenkinsRule jenkins) throws Exception {
        BuildServiceImageStep step = new BuildServiceImageStep();
        step.setServices(List.of("orders", "payments"));
        step.setLine("shop");
        step.setCatalog("src/shop");
        step.setParallel(4);

        BuildServiceImageStep shown = new StepConfigTester(jenkins).configRoundTrip(step);

        assertThat(shown.getServices()).containsExactly("orders", "payments");
        assertThat(shown.getLine()).isEqualTo("shop");
        assertThat(shown.getCatalog()).isEqualTo("src/shop");
        assertThat(shown.getParallel()).isEqualTo(4);
        assertThat(shown.getService()).isNull();
    }

    @Test
    void shouldKeepTheDefaultsOfABuildInTheForm(JenkinsRule jenkins) throws Exception {
        BuildServiceImageStep shown = new StepConfigTester(jenkins).configRoundTrip(new BuildServiceImageStep());

        assertThat(shown.getServices()).isEmpty();
        assertThat(shown.getLine()).isNull();
        assertThat(shown.getCatalog()).isNull();
        assertThat(shown.getParallel()).isEqualTo(2);
    }

    @Test
    void shouldBringEveryArgumentOfAScanThroughTheForm(JenkinsRule jenkins) throws Exception {
        ScanDependenciesStep step = new ScanDependenciesStep();
        step.setLine("shop");
        step.setCatalog("src/shop");
        step.setFailOnErrors(false);

        ScanDependenciesStep shown = new StepConfigTester(jenkins).configRoundTrip(step);

        assertThat(shown.getLine()).isEqualTo("shop");
        assertThat(shown.getCatalog()).isEqualTo("src/shop");
        assertThat(shown.isFailOnErrors()).isFalse();
        assertThat(new StepConfigTester(jenkins)
                        .configRoundTrip(new ScanDependenciesStep())
                        .isFailOnErrors())
                .isTrue();
    }

    @Test
    void shouldWriteOnlyWhatDiffersFromTheDefaults(JenkinsRule jenkins) throws Exception {
        BuildServiceImageStep build = new BuildServiceImageStep();
        ScanDependenciesStep scan = new ScanDependenciesStep();

        assertThat(Snippetizer.object2Groovy(build)).isEqualTo("buildServiceImage()");
        assertThat(Snippetizer.object2Groovy(scan)).isEqualTo("scanDependencies()");

        build.setServices(List.of("orders"));
        scan.setFailOnErrors(false);
        assertThat(Snippetizer.object2Groovy(build)).isEqualTo("buildServiceImage(services: ['orders'])");
        assertThat(Snippetizer.object2Groovy(scan)).isEqualTo("scanDependencies failOnErrors: false");
    }

    @Test
    void shouldSayInOneShortLineWhatIsBuilt(JenkinsRule jenkins) {
        BuildServiceImageStep.DescriptorImpl descriptor =
                ExtensionList.lookupSingleton(BuildServiceImageStep.DescriptorImpl.class);

        assertThat(descriptor.argumentsToString(Map.of())).isEqualTo("all services");
        assertThat(descriptor.argumentsToString(Map.of("service", "orders"))).isEqualTo("orders");
        assertThat(descriptor.argumentsToString(Map.of("services", List.of("a", "b"), "line", "shop")))
                .isEqualTo("a, b of shop");
    }

    /** Each field has its help in both languages, and the step itself has, too. */
    @Test
    void shouldHaveHelpForEveryField(JenkinsRule jenkins) {
        for (Class<?> step : List.of(BuildServiceImageStep.class, ScanDependenciesStep.class)) {
            assertThat(step.getResource(step.getSimpleName() + "/help.html")).isNotNull();
            assertThat(step.getResource(step.getSimpleName() + "/help_zh_CN.html"))
                    .isNotNull();
            for (String field : fields(step)) {
                assertThat(step.getResource(step.getSimpleName() + "/help-" + field + ".html"))
                        .as(field)
                        .isNotNull();
                assertThat(step.getResource(step.getSimpleName() + "/help-" + field + "_zh_CN.html"))
                        .as(field)
                        .isNotNull();
            }
        }
    }

    private static List<String> fields(Class<?> step) {
        return Arrays.stream(step.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4))
                .toList();
    }
}
