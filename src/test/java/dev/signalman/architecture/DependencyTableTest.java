package dev.signalman.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may import whom: the table of docs/architecture.md. */
@AnalyzeClasses(packages = "dev.signalman", importOptions = DoNotIncludeTests.class)
final class DependencyTableTest {
    private static final String ROOT = "dev.signalman.";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("domain", Set.of()),
            entry("checkup", Set.of()),
            entry("keyring", Set.of()),
            entry("storage", Set.of("checkup")),
            entry("web", Set.of()),
            entry("command", Set.of("domain")),
            entry("card", Set.of("domain", "command")),
            entry("semaphore", Set.of("domain", "checkup")),
            entry("dispatch", Set.of("domain", "command", "card", "semaphore", "chat")),
            entry("subject", Set.of("domain", "command", "dispatch", "port", "semaphore")),
            entry("ruling", Set.of("domain", "command", "card", "dispatch", "port", "chat", "semaphore")),
            entry("chat", Set.of("domain", "card")),
            entry("port", Set.of("domain", "command", "card", "chat", "dispatch", "semaphore")),
            entry("engine", Set.of("domain", "command", "card", "chat", "dispatch", "port", "storage", "checkup")),
            entry("schedule", Set.of("domain", "command", "dispatch", "port", "storage")),
            entry("gate", Set.of("domain", "dispatch", "port", "web", "keyring")),
            entry("mcp", Set.of("domain", "command", "dispatch", "port", "web")),
            entry("passkey", Set.of("card", "dispatch", "port", "web")),
            entry("webhook", Set.of("domain", "command", "dispatch", "web", "keyring")),
            entry(
                    "feature",
                    Set.of(
                            "domain",
                            "command",
                            "card",
                            "dispatch",
                            "port",
                            "chat",
                            "semaphore",
                            "subject",
                            "ruling",
                            "storage",
                            "checkup",
                            "keyring")),
            entry("slack", Set.of("domain", "command", "card", "dispatch", "port", "chat", "web", "checkup")),
            entry("simulator", Set.of("domain", "semaphore", "web")));

    /** Packages that may import everything; a rule below limits who may import them. */
    private static final Set<String> ON_TOP = Set.of("app", "playground");

    @ArchTest
    static void importsFollowTheTable(JavaClasses all) {
        MAY_IMPORT.forEach((name, allowed) -> classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat(areForeignOrIn(name, allowed))
                .because(name + " may import only " + allowed)
                .check(all));
    }

    @ArchTest
    static void everyPackageStandsInTheTable(JavaClasses all) {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("dev.signalman"),
                                Stream.concat(MAY_IMPORT.keySet().stream(), ON_TOP.stream())
                                        .map(name -> ROOT + name + ".."))
                        .toArray(String[]::new))
                .check(all);
    }

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_THE_TOP = noClasses()
            .that()
            .resideOutsideOfPackages("dev.signalman", ROOT + "app..", ROOT + "playground..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "app..", ROOT + "playground..");

    @ArchTest
    static final ArchRule PLAYGROUND_STAYS_OUT_OF_SLACKS_INSIDES = noClasses()
            .that()
            .resideInAPackage(ROOT + "playground..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "slack.inbound..",
                    ROOT + "slack.socket..",
                    ROOT + "slack.outbound..",
                    ROOT + "slack.blocks..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(ROOT + "feature.(*)..").should().notDependOnEachOther();

    private static DescribedPredicate<JavaClass> areForeignOrIn(String self, Set<String> allowed) {
        return DescribedPredicate.describe(
                "are foreign, or in an allowed package",
                type -> !type.getPackageName().startsWith("dev.signalman")
                        || inside(type, self)
                        || allowed.stream().anyMatch(name -> inside(type, name)));
    }

    private static boolean inside(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(ROOT + name + ".");
    }
}
