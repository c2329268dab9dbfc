package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordKindsTest {
    private static final String PRODUCT = "io.jenkins.plugins.servicedelivery.core";

    @Test
    void shouldKnowTheKindOfEveryOperation() throws ReflectiveOperationException {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(PRODUCT);
        List<Class<?>> operations = product.stream()
                .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .toList();

        assertThat(operations).hasSize(RecordKinds.ALL.names().size());
        for (Class<?> operation : operations) {
            assertThat(RecordKinds.ALL.names())
                    .contains((String) operation.getField("KIND").get(null));
        }
    }

    @Test
    void shouldKnowTheStatesOfEveryKind() {
        assertThat(RecordKinds.ALL.names())
                .allSatisfy(kind -> assertThat(RecordKinds.ALL.states(kind)).hasSizeGreaterThan(1));
    }
}
