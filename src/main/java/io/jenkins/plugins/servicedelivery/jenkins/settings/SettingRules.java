package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jenkins.model.Jenkins;

/** What holds for every setting, whether it comes from a form or from configuration as code. */
final class SettingRules {
    private SettingRules() {}

    /** Whoever sets something may configure the folder that it is set on, or all of Jenkins. */
    static void checkMayConfigure(@CheckForNull Item folder) {
        if (folder == null) {
            JenkinsFacade.checkPermission(Jenkins.ADMINISTER);
        } else {
            folder.checkPermission(Item.CONFIGURE);
        }
    }

    /** Says why this cannot be the name of anything; empty where it can. */
    static Optional<String> whyNoName(@CheckForNull String text) {
        return Name.whyNot(Util.fixNull(text))
                .map(why -> Messages.SettingRules_noName(Quoted.of(Util.fixNull(text)), Name.MAX_LENGTH));
    }

    /** Says why no image can be named with this host; empty where one can. */
    static Optional<String> whyNoHost(@CheckForNull String text) {
        try {
            boolean host =
                    ImageReference.parse(Util.fixNull(text) + "/image").host().equals(text);
            return host ? Optional.empty() : Optional.of(Messages.SettingRules_noHost(Quoted.of(Util.fixNull(text))));
        } catch (IllegalArgumentException e) {
            return Optional.of(Messages.SettingRules_noHost(Quoted.of(Util.fixNull(text))));
        }
    }

    /** The trimmed text, unless something speaks against it. */
    static String checked(String field, @CheckForNull String text, Function<String, Optional<String>> whyNot) {
        String trimmed = Util.fixNull(text).trim();
        whyNot.apply(trimmed).ifPresent(reason -> {
            throw new RefusedSetting(reason, field);
        });
        return trimmed;
    }

    /** The settings, unless two of them have the same name. */
    static <T> List<T> distinct(String field, @CheckForNull Collection<T> settings, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        for (T setting : Util.fixNull(settings)) {
            if (!names.add(name.apply(setting))) {
                throw new RefusedSetting(Messages.SettingRules_twice(Quoted.of(name.apply(setting))), field);
            }
        }
        return List.copyOf(Util.fixNull(settings));
    }

    /** The answer to a form that asks whether a new name may be saved beside those that are. */
    static FormValidation check(
            String value,
            @CheckForNull String saved,
            Function<String, Optional<String>> whyNot,
            Collection<String> all) {
        String name = value.trim();
        return whyNot.apply(name)
                .or(() -> !name.equals(saved) && all.contains(name)
                        ? Optional.of(Messages.SettingRules_twice(Quoted.of(name)))
                        : Optional.empty())
                .map(FormValidation::error)
                .orElseGet(FormValidation::ok);
    }
}
