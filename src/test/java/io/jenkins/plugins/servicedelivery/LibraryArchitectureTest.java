package io.jenkins.plugins.servicedelivery;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fences of the architecture, executed against the compiled library and the one picture of its packages. */
class LibraryArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.servicedelivery";
    private static final String CORE = ROOT + ".core..";
    /** The packages of the library that this build compiles: the plugin's build leaves the tool kit out. */
    private static final List<String> PACKAGES = Stream.of("core", "adapter", "cli")
            .filter(folder -> !folder.equals("cli") || isToolKitCompiled())
            .toList();

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "jenkins", "plugins", "servicedelivery");

    private static final Path CLASSES = classesFolder();

    private static final Pattern ARROW = Pattern.compile("\\[\\w+] --> \\[\\w+]");

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importPaths(PACKAGES.stream()
                    .map(folder -> CLASSES.resolve("io/jenkins/plugins/servicedelivery")
                            .resolve(folder))
                    .toList());

    @Test
    void shouldHaveImportedOneClassForEverySource() throws IOException {
        Set<String> sources = sourcesBelow(PACKAGES);

        Set<String> classes = LIBRARY.stream()
                .filter(type -> type.isTopLevelClass())
                .map(type -> type.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sources).isNotEmpty();
        assertThat(classes).isEqualTo(sources);
    }

    @Test
    void shouldAdhereToThePicture() {
        URL picture = LibraryArchitectureTest.class.getResource("/design.puml");

        classes()
                .should(adhereToPlantUmlDiagram(picture, consideringOnlyDependenciesInDiagram()))
                .check(LIBRARY);
    }

    @Test
    void shouldUseEveryArrowOfThePicture() throws IOException {
        Set<String> boxes = LIBRARY.stream()
                .map(type -> boxOf(type.getPackageName()))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> drawn = Files.readAllLines(Path.of("src", "test", "resources", "design.puml")).stream()
                .filter(line -> ARROW.matcher(line).matches())
                .filter(line -> boxes.contains(line.substring(1, line.indexOf(']'))))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> used = LIBRARY.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(ROOT))
                .map(dependency -> "[" + boxOf(dependency.getOriginClass().getPackageName()) + "] --> ["
                        + boxOf(dependency.getTargetClass().getPackageName()) + "]")
                .collect(Collectors.toSet());
        assertThat(drawn).isNotEmpty();
        assertThat(used).containsAll(drawn);
    }

    @Test
    void shouldShowEveryPackageInThePicture() throws IOException {
        String picture = Files.readString(Path.of("src", "test", "resources", "design.puml"));

        Set<String> packages =
                LIBRARY.stream().map(type -> type.getPackageName()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).allSatisfy(name -> assertThat(picture)
                .containsPattern("<<\\.\\."
                        + name.substring("io.jenkins.plugins.".length()).replace(".", "\\.") + "(\\.\\.)?>>"));
    }

    @Test
    void shouldHaveNoPackageCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void shouldKeepJenkinsOut() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", ROOT + ".jenkins.."))
                .check(LIBRARY);
    }

    @Test
    void shouldKeepTheOutsideWorldOutOfCore() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.net..",
                                "com.fasterxml..",
                                "org.yaml..",
                                "io.fabric8..",
                                "com.google..",
                                "picocli..")
                        // a URI is a value; parsing one reaches nothing
                        .and(not(belongToAnyOf(URI.class, URISyntaxException.class))))
                .check(LIBRARY);
    }

    @Test
    void shouldTakeTimeFromTheTimekeeperInCore() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should(callMethod(Instant.class, "now")
                        .or(callMethod(LocalDateTime.class, "now"))
                        .or(callMethod(Clock.class, "systemUTC"))
                        .or(callMethod(System.class, "currentTimeMillis"))
                        .or(callMethod(System.class, "nanoTime"))
                        .or(callMethod(Thread.class, "sleep", long.class)))
                .check(LIBRARY);
    }

    @Test
    void shouldPrintOnlyThroughTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(LIBRARY);
    }

    @Test
    void shouldUseJavaTimeOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.joda..", "java.sql.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(LIBRARY);
    }

    @Test
    void shouldHoldNoMutableStaticState() {
        fields().that().areStatic().should().beFinal().check(LIBRARY);
    }

    @Test
    void shouldGiveEveryExceptionAContext() {
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "an exception is made without a message",
                        // the compiler itself makes an IncompatibleClassChangeError for every switch over an enum
                        call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                                && !call.getTargetOwner().isEquivalentTo(IncompatibleClassChangeError.class)
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .check(LIBRARY);
    }

    /** In the picture a package is a box with the last part of its name. */
    private static String boxOf(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static Path classesFolder() {
        return Path.of(URI.create(
                Name.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static boolean isToolKitCompiled() {
        return Files.isDirectory(classesFolder().resolve("io/jenkins/plugins/servicedelivery/cli"));
    }

    private static Set<String> sourcesBelow(List<String> folders) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file -> SOURCES.relativize(file)
                                .toString()
                                .replace(file.getFileSystem().getSeparator(), "."))
                        .map(name -> ROOT + "." + name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
