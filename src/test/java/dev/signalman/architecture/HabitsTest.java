package dev.signalman.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Where each library may be used, and what is forbidden everywhere. */
@AnalyzeClasses(packages = "dev.signalman", importOptions = DoNotIncludeTests.class)
final class HabitsTest {
    private static final String ROOT = "dev.signalman.";

    @ArchTest
    static final ArchRule ONLY_SLACK_KNOWS_SLACKS_SDK = only("com.slack.api..", "slack..");

    @ArchTest
    static final ArchRule ONLY_SLACK_KNOWS_GSON = only("com.google.gson..", "slack..");

    /** Each further Slack client starts more threads: docs/slack.md. */
    @ArchTest
    static final ArchRule ONE_CLASS_MAKES_THE_CLIENT_OF_SLACK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "slack.outbound.SlackConnection")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.slack.api.SlackConfig")
            .orShould()
            .callMethod("com.slack.api.Slack", "getInstance");

    @ArchTest
    static final ArchRule ONLY_SEMAPHORE_HTTP_KNOWS_FEIGN = only("feign..", "semaphore.http..");

    @ArchTest
    static final ArchRule ONLY_WEB_KNOWS_JETTY = only("org.eclipse.jetty..", "web..");

    @ArchTest
    static final ArchRule ONLY_MCP_KNOWS_ITS_LIBRARY = only("io.modelcontextprotocol..", "mcp..");

    @ArchTest
    static final ArchRule ONLY_MCP_KNOWS_REACTOR = only("reactor..", "mcp..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_KNOWS_WEBAUTHN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "feature.factor.PasskeyVerifier")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.webauthn4j..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_THE_POOL = only("com.zaxxer..", "storage..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_FLYWAY = only("org.flywaydb..", "storage..");

    @ArchTest
    static final ArchRule ONLY_SCHEDULE_KNOWS_THE_SCHEDULER = only("com.github.kagkarlsson..", "schedule..");

    @ArchTest
    static final ArchRule ONLY_THE_TOP_KNOWS_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackages("dev.signalman", ROOT + "app..", ROOT + "playground..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ONLY_APP_KNOWS_THE_INJECTOR = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.google.inject.Injector");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOBODY_PRINTS =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("com.google.inject.Inject");

    @ArchTest
    static final ArchRule STATICS_ARE_CONSTANTS =
            fields().that().areStatic().should().beFinal();

    private static ArchRule only(String library, String owner) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
