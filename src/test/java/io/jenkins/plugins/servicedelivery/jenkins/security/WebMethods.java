package io.jenkins.plugins.servicedelivery.jenkins.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Action;
import hudson.model.Descriptor;
import hudson.model.ModelObject;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Everything of ours that an address could lead to, found in the compiled plugin: methods that Stapler calls, objects that
 * it walks through, views that it draws, and what is exported. It finds rather too much than too little; whether Stapler
 * really goes there is what the addresses of the golden table are tried for.
 */
final class WebMethods {
    private static final String ROOT = JenkinsFacade.class.getPackageName().replaceFirst("\\.support$", "");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private WebMethods() {}

    /** One name for each, for example {@code OperationPage#doPause} or {@code OperationPage/section.jelly}. */
    static SortedSet<String> all() {
        SortedSet<String> names = new TreeSet<>();
        for (Class<?> type : bound()) {
            for (Method method : type.getDeclaredMethods()) {
                if (isCalled(method) || walked(method).findAny().isPresent()) {
                    names.add(name(type) + "#" + method.getName());
                }
            }
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> Modifier.isPublic(field.getModifiers()))
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> names.add(name(type) + "#" + field.getName()));
            names.addAll(views(type));
        }
        classes()
                .filter(type -> type.isAnnotationPresent(ExportedBean.class))
                .forEach(type -> names.addAll(exported(type)));
        return names;
    }

    /** What objects an address can lead to: those that Jenkins binds, and what can be walked to from them. */
    private static Set<Class<?>> bound() {
        Set<Class<?>> bound = new LinkedHashSet<>();
        Deque<Class<?>> open = classes()
                .filter(type -> Stream.of(Action.class, Descriptor.class, ModelObject.class, StaplerProxy.class)
                        .anyMatch(kind -> kind.isAssignableFrom(type)))
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (bound.add(type)) {
                Arrays.stream(type.getDeclaredMethods())
                        .flatMap(WebMethods::walked)
                        .forEach(open::add);
            }
        }
        return bound;
    }

    private static boolean isCalled(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && (method.getName().matches("do[A-Z].*|getTarget|getDynamic|getStaplerFallback")
                        || method.isAnnotationPresent(WebMethod.class)
                        || method.isAnnotationPresent(JavaScriptMethod.class));
    }

    /** The classes of ours that what a getter returns can be of. */
    private static Stream<Class<?>> walked(Method method) {
        boolean getter = Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && method.getName().matches("(get|is)[A-Z].*")
                && !method.getName().equals("getTarget");
        return getter ? ours(method.getGenericReturnType()) : Stream.empty();
    }

    private static Stream<Class<?>> ours(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    ours(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(WebMethods::ours));
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).flatMap(WebMethods::ours);
        }
        if (type instanceof GenericArrayType array) {
            return ours(array.getGenericComponentType());
        }
        if (type instanceof Class<?> plain) {
            Class<?> element = plain;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            return element.getName().startsWith(ROOT) && !element.isEnum() ? Stream.of(element) : Stream.empty();
        }
        return Stream.empty();
    }

    /** Views of a class: Stapler draws every file that lies in its folder. */
    private static List<String> views(Class<?> type) {
        Path folder = RESOURCES.resolve(type.getName().replace('.', '/').replace('$', '/'));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jelly") || file.endsWith(".groovy"))
                    .map(file -> name(type) + "/" + file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> exported(Class<?> type) {
        List<AnnotatedElement> members = new ArrayList<>(List.of(type.getDeclaredMethods()));
        members.addAll(List.of(type.getDeclaredFields()));
        return members.stream()
                .filter(member -> member.isAnnotationPresent(Exported.class))
                .map(member -> name(type) + "@" + ((java.lang.reflect.Member) member).getName())
                .toList();
    }

    private static String name(Class<?> type) {
        return type.getName()
                .substring(type.getPackageName().length() + 1)
                .replace("$DescriptorImpl", ".Descriptor")
                .replace('$', '.');
    }

    private static Stream<Class<?>> classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                        .filter(type -> !type.isInterface())
                        .map(JavaClass::getName)
                        .map(WebMethods::load);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, WebMethods.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
