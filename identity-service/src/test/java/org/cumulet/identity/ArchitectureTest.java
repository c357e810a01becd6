package org.cumulet.identity;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.cumulet.testing.architecture.HouseRules;

@AnalyzeClasses(packages = "org.cumulet.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule FEATURES_NEED_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("org.cumulet.identity.(*)..").should().beFreeOfCycles();
}
