package org.cumulet.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/// What ArchUnit keeps for us. A module's test says only which packages to look at:
///
/// ```java
/// @AnalyzeClasses(packages = "org.cumulet.image", importOptions = ImportOption.DoNotIncludeTests.class)
/// class ArchitectureTest {
///     @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
/// }
/// ```
public final class HouseRules {

    private static final Map<String, List<String>> PATHS = Map.of(
            "identity", List.of("/identity"),
            "image", List.of("/image"),
            "inventory", List.of("/inventory", "/placement"),
            "network", List.of("/network"),
            "compute", List.of("/compute"),
            "database", List.of("/database"),
            "batch", List.of("/batch"));

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_READ_EACH_OTHERS_STORES = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should(beUsedOnlyInTheirOwnPackage())
            .because("features meet only through their services and events")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_CALLS_A_RESOURCE = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should(beUsedOnlyInTheirOwnPackage())
            .because("HTTP in, HTTP out: what others need is in the service")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that(resideInAPackage("org.cumulet.."))
            .should(dependOnNoOtherService())
            .because("services speak by REST and events only");

    @ArchTest
    static final ArchRule ENDPOINTS_RUN_ON_VIRTUAL_THREADS = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(RunOnVirtualThread.class)
            .because("blocking code reads top to bottom")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PATHS_BEGIN_WITH_THE_SERVICES_OWN = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should(answerBelowTheirServicesPath())
            .because("all services may run in one process")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(PATCH.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should()
            .bePublic()
            .because("a package-private endpoint is silently a 404")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("a class that can be made by hand can be tested by hand")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("such names say nothing");

    @ArchTest
    static final ArchRule LOGGERS_ARE_CONSTANTS = fields().that()
            .haveRawType("org.jboss.logging.Logger")
            .should()
            .beStatic()
            .andShould()
            .beFinal()
            .allowEmptyShould(true);

    /// Security case 12.
    @ArchTest
    static final ArchRule SECRETS_ARE_COMPARED_IN_CONSTANT_TIME = noClasses()
            .should()
            .callMethod("java.util.Arrays", "equals", "[B", "[B")
            .because("MessageDigest.isEqual takes the same time whatever differs");

    private HouseRules() {}

    private static ArchCondition<JavaClass> beUsedOnlyInTheirOwnPackage() {
        return new ArchCondition<>("be used only in their own package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(item.getPackageName()))
                        .filter(use -> !use.getOriginClass().getName().contains("_"))
                        .forEach(use -> violated(use, events));
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnNoOtherService() {
        return new ArchCondition<>("depend on no other service") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var own = service(item);
                item.getDirectDependenciesFromSelf().stream()
                        .filter(use -> PATHS.containsKey(service(use.getTargetClass())))
                        .filter(use -> PATHS.containsKey(own))
                        .filter(use -> !service(use.getTargetClass()).equals(own))
                        .forEach(use -> violated(use, events));
            }
        };
    }

    private static ArchCondition<JavaClass> answerBelowTheirServicesPath() {
        return new ArchCondition<>("answer below their service's path") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var path = item.getAnnotationOfType(Path.class).value();
                var allowed = PATHS.getOrDefault(service(item), List.of());
                if (allowed.stream().noneMatch(path::startsWith)) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " answers at " + path));
                }
            }
        };
    }

    private static String service(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 && type.getPackageName().startsWith("org.cumulet.") ? parts[2] : "";
    }

    private static void violated(Dependency use, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(use, use.getDescription()));
    }
}
