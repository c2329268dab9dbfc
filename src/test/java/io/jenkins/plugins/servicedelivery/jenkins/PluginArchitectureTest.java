package io.jenkins.plugins.servicedelivery.jenkins;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.remoting.Callable;
import io.jenkins.plugins.servicedelivery.core.operation.OperationLoop;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** The fences of what Jenkins sees, executed against the compiled plugin and the one picture of its packages. */
class PluginArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.servicedelivery";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "jenkins", "plugins", "servicedelivery");
    private static final Pattern ARROW = Pattern.compile("\\[\\w+] --> \\[\\w+]");

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + ".jenkins");

    @Test
    void shouldHaveImportedOneClassForEverySource() throws IOException {
        Set<String> classes = PLUGIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith(".Messages")) // made from the properties
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(classes).isNotEmpty().isEqualTo(sources());
    }

    @Test
    void shouldAdhereToThePicture() {
        classes()
                .should(adhereToPlantUmlDiagram(
                        PluginArchitectureTest.class.getResource("/design.puml"),
                        consideringOnlyDependenciesInDiagram()))
                .check(PLUGIN);
    }

    @Test
    void shouldUseEveryArrowOfThePicture() throws IOException {
        Set<String> boxes =
                PLUGIN.stream().map(type -> boxOf(type.getPackageName())).collect(Collectors.toSet());
        Set<String> drawn = Files.readAllLines(Path.of("src", "test", "resources", "design.puml")).stream()
                .filter(line -> ARROW.matcher(line).matches())
                .filter(line -> boxes.contains(line.substring(1, line.indexOf(']'))))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> used = PLUGIN.stream()
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
    void shouldHaveNoPackageCycles() {
        slices().matching(ROOT + ".jenkins.(**)").should().beFreeOfCycles().check(PLUGIN);
    }

    @Test
    void shouldAskForTheInstanceOfJenkinsInOnePlace() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(JenkinsFacade.class)
                .should(callMethod(Jenkins.class, "get").or(callMethod(Jenkins.class, "getInstanceOrNull")))
                .check(PLUGIN);
    }

    @Test
    void shouldStartWorkOnlyThroughTheUseCases() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(OperationLoop.class)
                .orShould(callMethod(
                        RecordStore.class, "create", io.jenkins.plugins.servicedelivery.core.operation.Record.class))
                .orShould(callMethod(
                        RecordStore.class, "update", io.jenkins.plugins.servicedelivery.core.operation.Record.class))
                .check(PLUGIN);
    }

    /** Java records must not be in anything that XStream writes. */
    @Test
    void shouldKeepRecordsOutOfWhatIsPersisted() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Describable.class)
                .or()
                .areDeclaredInClassesThat()
                .areAssignableTo(Action.class)
                .or()
                .areDeclaredInClassesThat()
                .areAssignableTo(StepExecution.class)
                .and()
                .areNotStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.TRANSIENT)
                .should()
                .notHaveRawType(describe("a Java record", type -> type.isRecord()))
                .check(PLUGIN);
    }

    /** Every validation and every list of choices changes nothing, but it may reach out: it is asked for by POST. */
    @Test
    void shouldUsePostForValidationAndChoices() {
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(ROOT + ".jenkins.."))
                .and(nameMatchingMethod("do(Check|Fill|Test|AutoComplete)[A-Z].*"))
                .should()
                .bePublic()
                .andShould(beAnnotatedWithAnyOf(POST.class, RequirePOST.class))
                .andShould(checkAPermission())
                .allowEmptyShould(false)
                .check(PLUGIN);
    }

    @Test
    void shouldCheckRolesInEverythingThatCrossesTheChannel() {
        classes()
                .that(assignableTo(Callable.class))
                .should(describeCondition(
                        "extend MasterToSlaveCallable or MasterToSlaveFileCallable",
                        type -> type.isAssignableTo("jenkins.security.MasterToSlaveCallable")
                                || type.isAssignableTo("jenkins.MasterToSlaveFileCallable")))
                .allowEmptyShould(true)
                .check(PLUGIN);
    }

    @Test
    void shouldUseJavaTimeAndLoggersOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PLUGIN);
    }

    @Test
    void shouldHoldNoMutableStaticState() {
        fields().that().areStatic().should().beFinal().check(PLUGIN);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaMethod> nameMatchingMethod(String pattern) {
        return describe("name matches " + pattern, method -> method.getName().matches(pattern));
    }

    @SafeVarargs
    private static ArchCondition<JavaMethod> beAnnotatedWithAnyOf(
            Class<? extends java.lang.annotation.Annotation>... annotations) {
        return condition(
                "be annotated with one of "
                        + Stream.of(annotations).map(Class::getSimpleName).toList(),
                method -> Stream.of(annotations).anyMatch(method::isAnnotatedWith));
    }

    /** In itself or in a method of ours that it calls. */
    private static ArchCondition<JavaMethod> checkAPermission() {
        return condition("check a permission", method -> checks(method, new TreeSet<>()));
    }

    private static boolean checks(JavaMethod method, Set<String> seen) {
        return seen.add(method.getFullName())
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().matches("(check|has)(Any)?Permission")
                                || call.getTarget()
                                        .resolveMember()
                                        .filter(called -> called.getOwner()
                                                .getPackageName()
                                                .startsWith(ROOT))
                                        .filter(called -> checks(called, seen))
                                        .isPresent());
    }

    private static ArchCondition<JavaMethod> condition(String words, java.util.function.Predicate<JavaMethod> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), method.getFullName() + " should " + words));
            }
        };
    }

    private static ArchCondition<JavaClass> describeCondition(
            String words, java.util.function.Predicate<JavaClass> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + " should " + words));
            }
        };
    }

    private static String boxOf(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve("jenkins"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "."))
                    .map(name -> ROOT + "." + name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
