package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells Jackson how sealed families are written, so that they need no annotations: every member carries a property
 * {@code type} with its simple name in kebab-case.
 */
final class JsonFamilies extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "type";

    @Override
    public TypeResolverBuilder<?> findTypeResolver(MapperConfig<?> config, AnnotatedClass annotated, JavaType base) {
        return annotated.getRawType().isSealed() ? byType() : super.findTypeResolver(config, annotated, base);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated annotated) {
        return annotated.getRawType().isSealed()
                ? members(annotated.getRawType())
                        .map(member -> new NamedType(member, name(member)))
                        .toList()
                : super.findSubtypes(annotated);
    }

    /** All members of a sealed family, those of families inside it included. */
    static Stream<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member))
                .distinct();
    }

    /** The simple name of a class in kebab-case: {@code RollingBack} is {@code rolling-back}. */
    static String name(Class<?> member) {
        return member.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static TypeResolverBuilder<?> byType() {
        return new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.NAME, null)
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty(TYPE);
    }
}
