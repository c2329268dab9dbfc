package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How words of the command line become values. */
final class Converters {
    private Converters() {}

    static void addTo(CommandLine line) {
        line.registerConverter(Name.class, converter(Name::of));
        line.registerConverter(ImageReference.class, converter(Converters::pinned));
        line.registerConverter(RecordKey.class, converter(RecordKey::new));
        line.registerConverter(Duration.class, converter(Converters::duration));
    }

    private static Duration duration(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is no length of time. " + Durations.HOW_TO_WRITE));
    }

    private static ImageReference pinned(String text) {
        ImageReference image = ImageReference.parse(text);
        if (image.digest().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not say which image for good: end it with @sha256: and the digest");
        }
        return image;
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
