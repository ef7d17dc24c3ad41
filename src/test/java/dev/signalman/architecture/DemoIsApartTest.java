package dev.signalman.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The simulators and the playground are not the bot: they have a source root of their own, and the bot does not know them. */
@AnalyzeClasses(packages = "dev.signalman", importOptions = DoNotIncludeTests.class)
final class DemoIsApartTest {
    private static final String SIMULATOR = "dev.signalman.simulator..";
    private static final String PLAYGROUND = "dev.signalman.playground..";

    @ArchTest
    static final ArchRule ONLY_THE_ROOT_COMMAND_KNOWS_THE_DEMO = noClasses()
            .that()
            .resideOutsideOfPackages(SIMULATOR, PLAYGROUND)
            .and()
            .doNotHaveFullyQualifiedName("dev.signalman.Signalman")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SIMULATOR, PLAYGROUND);

    /** What only the demo needs; {@code web} serves web sockets for it. */
    @ArchTest
    static final ArchRule ONLY_THE_DEMO_KNOWS_ITS_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackages(SIMULATOR, PLAYGROUND, "dev.signalman.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.networknt..", "org.eclipse.jetty..");
}
