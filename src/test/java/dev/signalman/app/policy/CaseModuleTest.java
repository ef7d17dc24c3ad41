package dev.signalman.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.ruling.Rule;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases are judged by every rule that there is. */
final class CaseModuleTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/signalman/app/policy");

    @Test
    void noRuleIsLeftOut() throws Exception {
        var rules = ConfigurationReader.rules(FOLDER.resolve("rules.yml"));
        var policyCase = PolicyCaseFile.read(FOLDER.resolve("cases.yml")).get(0);

        var judging = Guice.createInjector(new CaseModule(rules, policyCase))
                .getInstance(Key.get(new TypeLiteral<Set<Rule<?>>>() {}));

        var written = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.signalman").stream()
                        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList();
        assertThat(written).hasSizeGreaterThan(10);
        assertThat(judging).extracting(rule -> rule.getClass().getName()).containsExactlyInAnyOrderElementsOf(written);
    }
}
