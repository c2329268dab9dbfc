package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.util.FormValidation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Shop", "1shop", "shop-", "a/b", "../shop", "<img>", "${BRANCH}", "shöp"})
    void shouldRefuseNamesThatAreNone(String name) {
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> new ClusterSettings(name, new SimulatedConnection()))
                .withMessageContaining("is not a name");
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> new ProductLineBinding(name, null))
                .withMessageContaining("is not a name");
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> new EnvironmentBinding(name, "one"))
                .withMessageContaining("is not a name");
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> new EnvironmentBinding("test", name))
                .withMessageContaining("is not a name");
    }

    @Test
    void shouldTakeNamesWithoutTheBlanksAroundThem() {
        assertThat(new ClusterSettings(" one ", new SimulatedConnection()).getName())
                .isEqualTo("one");
        assertThat(new RegistrySettings(" registry.example.com:5000 ").getHost())
                .isEqualTo("registry.example.com:5000");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://registry.example.com",
                "registry.example.com/shop",
                "user@registry.example.com",
                "registry.example.com:port",
                "a b",
                "-x",
                "host#fragment"
            })
    void shouldRefuseHostsThatAreNone(String host) {
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> new RegistrySettings(host))
                .withMessageContaining("is not the host of a registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog", "..", "a/../b", "./a", "a//b", "a\\b", "C:/catalog", "a\nb"})
    void shouldRefuseFoldersThatMayLeadElsewhere(String folder) {
        CatalogSource source = new CatalogSource(null);

        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> source.setFolder(folder))
                .withMessageContaining("is not a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "delivery/catalog", "delivery/catalog/", "a b/c.d"})
    void shouldTakeFoldersBelowTheTop(String folder) {
        CatalogSource source = new CatalogSource(null);

        source.setFolder(folder);

        assertThat(source.getFolder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1_000_000, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseNumbersThatTheSimulationCannotUse(double number) {
        SimulatedConnection connection = new SimulatedConnection();

        assertThatExceptionOfType(RefusedSetting.class).isThrownBy(() -> connection.setSpeed(number));
        assertThatExceptionOfType(RefusedSetting.class).isThrownBy(() -> connection.setRequestsPerSecond(number));
    }

    @Test
    void shouldRefuseTwoOfOneName() {
        ProductLineBinding binding = new ProductLineBinding("shop", null);
        List<EnvironmentBinding> twice =
                List.of(new EnvironmentBinding("test", "one"), new EnvironmentBinding("test", "two"));

        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> binding.setEnvironments(twice))
                .withMessage("\"test\" is there twice. Give each its own name, or remove one.");
    }

    @Test
    void shouldWarnOfANewNameThatIsTakenButNotOfItsOwn() {
        List<String> saved = List.of("one", "two");

        assertThat(SettingRules.check("two", "two", SettingRules::whyNoName, saved).kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(SettingRules.check("three", "two", SettingRules::whyNoName, saved).kind)
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(SettingRules.check("one", "two", SettingRules::whyNoName, saved))
                .hasMessageContaining("&quot;one&quot; is there twice");
        assertThat(SettingRules.check("one", "", SettingRules::whyNoName, saved))
                .hasMessageContaining("&quot;one&quot; is there twice");
    }
}
