package io.jenkins.plugins.servicedelivery;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fences of the architecture, executed against the compiled library and the one picture of its packages. */
class LibraryArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.servicedelivery";
    private static final String CORE = ROOT + ".core..";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "jenkins", "plugins", "servicedelivery");

    private final JavaClasses library = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".core", ROOT + ".adapter", ROOT + ".cli");

    @Test
    void shouldHaveImportedOneClassForEverySource() throws IOException {
        Set<String> sources = sourcesBelow("core", "adapter", "cli");

        Set<String> classes = library.stream()
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
                .check(library);
    }

    @Test
    void shouldShowEveryPackageInThePicture() throws IOException {
        String picture = Files.readString(Path.of("src", "test", "resources", "design.puml"));

        Set<String> packages =
                library.stream().map(type -> type.getPackageName()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).allSatisfy(name -> assertThat(picture)
                .containsPattern("<<\\.\\."
                        + name.substring("io.jenkins.plugins.".length()).replace(".", "\\.") + "(\\.\\.)?>>"));
    }

    @Test
    void shouldHaveNoPackageCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(library);
    }

    @Test
    void shouldKeepJenkinsOut() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", ROOT + ".jenkins.."))
                .check(library);
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
                        "picocli.."))
                .check(library);
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
                .check(library);
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
                .check(library);
    }

    @Test
    void shouldUseJavaTimeOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.joda..", "java.sql.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(library);
    }

    @Test
    void shouldHoldNoMutableStaticState() {
        fields().that().areStatic().should().beFinal().check(library);
    }

    @Test
    void shouldGiveEveryExceptionAContext() {
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "an exception is made without a message",
                        call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .check(library);
    }

    private static Set<String> sourcesBelow(String... folders) throws IOException {
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
