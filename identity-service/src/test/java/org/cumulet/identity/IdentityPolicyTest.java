package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.cumulet.auth.Rule;
import org.cumulet.identity.policy.IdentityRule;
import org.junit.jupiter.api.Test;

/// The rules that a file may change.
class IdentityPolicyTest {

    @Test
    void areAllRules() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.cumulet.identity");
        var all = classes.stream()
                .filter(it -> it.isEnum() && it.isAssignableTo(IdentityRule.class))
                .map(it -> it.getFullName())
                .toList();
        assertThat(IdentityPolicy.RULES)
                .extracting(rule -> rule.getClass().getName())
                .containsAll(all);
    }

    @Test
    void haveTheNamesThatOperatorsKnow() {
        assertThat(IdentityPolicy.RULES)
                .extracting(Rule::rule)
                .allSatisfy(name -> assertThat(name).matches("identity:[a-z0-9_]+"))
                .contains("identity:create_user", "identity:list_projects", "identity:create_grant");
    }
}
