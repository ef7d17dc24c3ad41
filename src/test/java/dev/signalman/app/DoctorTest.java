package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.checkup.CheckResult;
import dev.signalman.harness.LogLines;
import dev.signalman.storage.ClosedDatabaseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault is reported with advice, and nothing sound is. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
final class DoctorTest {
    private static final String TELLS_MORE = " (see /semaphore doctor)";
    private static final HttpClient HEALTH = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachMisconfigurationIsNamedAndNoReasonToDie(Misconfiguration misconfiguration) throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            misconfiguration.change.to(doctorEnvironment);
            var lines = doctorEnvironment.doctor();

            assertThat(lines).anyMatch(misconfiguration::isNamedIn);
            assertThat(String.join("\n", lines)).doesNotContain(doctorEnvironment.secrets());
            var wrong = wrong(lines);
            if (misconfiguration.startable() && !wrong.isEmpty()) {
                servesAndSaysItOnce(wrong, doctorEnvironment);
            } else if (misconfiguration.closesTheDatabase()) {
                saysWhyInOneLine(doctorEnvironment);
            }
        }
    }

    private static Set<String> wrong(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Error: ") && !line.startsWith("Error: clock"))
                .collect(Collectors.toSet());
    }

    private static void servesAndSaysItOnce(Set<String> wrong, DoctorEnvironment doctorEnvironment) throws Exception {
        doctorEnvironment.laysOutTables();
        try (var log = new LogLines()) {
            var bot = Bot.start(doctorEnvironment.configuration(), doctorEnvironment.clock, () -> "a-bot", List.of());
            try {
                bot.watch().look();
                bot.watch().look();
                assertThat(HEALTH.send(
                                        HttpRequest.newBuilder(
                                                        URI.create("http://127.0.0.1:" + bot.port() + "/health/live"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body())
                        .isEqualTo("alive");
            } finally {
                bot.abandon();
            }
            wrong.forEach(line -> assertThat(log.all()).containsOnlyOnce(line + TELLS_MORE));
            assertThat(String.join("\n", log.all()))
                    .doesNotContain("\tat ", "Exception")
                    .doesNotContain(doctorEnvironment.secrets());
        }
    }

    /** {@code serve} prints the same (StartingIT). */
    private static void saysWhyInOneLine(DoctorEnvironment doctorEnvironment) {
        try (var log = new LogLines()) {
            assertThatThrownBy(() -> Bot.start(
                            doctorEnvironment.configuration(), doctorEnvironment.clock, () -> "a-bot", List.of()))
                    .isInstanceOf(ClosedDatabaseException.class)
                    .satisfies(closed -> assertThat(closed.getMessage())
                            .hasLineCount(1)
                            .doesNotContain(doctorEnvironment.secrets()));
            assertThat(String.join("\n", log.all()))
                    .doesNotContain("\tat ")
                    .doesNotContain(doctorEnvironment.secrets());
        }
    }

    @Test
    void whereAllIsInOrderAllIsFine() throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            assertThat(doctorEnvironment.doctor())
                    .allMatch(line -> line.startsWith("OK: "))
                    .anyMatch(line -> line.contains("Valid: signalman in acme"))
                    .anyMatch(line -> line.contains("accepts it. It sees one project"))
                    .anyMatch(line -> line.contains("Everyone it lists exists in Slack."))
                    .anyMatch(line -> line.contains("None yet. serve creates it on first start."))
                    .hasSizeGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void nothingIsMadeByLooking() throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            assertThat(doctorEnvironment.doctor()).isNotEmpty();
            assertThat(Files.exists(folder.resolve("data"))).isFalse();
        }
    }

    @Test
    void aBotThatRanLeavesWhatItKnows() throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            Bot.start(doctorEnvironment.configuration(), doctorEnvironment.clock, () -> "a-bot", List.of())
                    .close();

            assertThat(doctorEnvironment.doctor())
                    .anyMatch(line -> line.startsWith("OK: database: It is Embedded H2"))
                    .anyMatch(line -> line.startsWith("OK: database tables: Up to date."))
                    .anyMatch(line -> line.startsWith("OK: queue: Empty."))
                    .anyMatch(line -> line.startsWith("OK: instances: None is running"))
                    .anyMatch(line -> line.startsWith("Warning: last command from Slack: No command"))
                    .anyMatch(line -> line.startsWith("Warning: last event from Slack: No mention")
                            && line.contains("Event Subscriptions")
                            && line.contains("Verified"));
        }
    }

    @Test
    void subscriptionsThatCanBeServedAreFine() throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            doctorEnvironment.file = "subscriptions: [{channel: C0BUILDS, project: web}]";
            doctorEnvironment.set("SEMAPHORE_WEBHOOK_SECRET", "a-secret-that-is-long-enough");
            assertThat(doctorEnvironment.doctor())
                    .allMatch(line -> line.startsWith("OK: "))
                    .anyMatch(line -> line.startsWith("OK: subscriptions in signalman.yml: All projects found"));
        }
    }

    @Test
    void linesArePrintedAndOnlyWhatIsWrongIsAFault() {
        var worth = CheckResult.worthALook("the moon", "It is full.", "Close the\ncurtains.\u001b[2J");
        assertThat(printed(List.of(CheckResult.fine("the sun", "It shines."), worth)))
                .isEqualTo("""
                        0
                        OK             the sun: It shines.
                        Warning        the moon: It is full. Close the curtains. [2J

                        0 Error, 1 Warning, 0 Couldn't check, 1 OK
                        """);
        assertThat(printed(List.of(worth, CheckResult.wrong("the sky", "It falls.", "Run."))))
                .startsWith("1\n");
    }

    private static String printed(List<CheckResult> checkResults) {
        var out = new StringWriter();
        var code = DoctorCommand.print(checkResults, new PrintWriter(out));
        return code + "\n" + out.toString().replace(System.lineSeparator(), "\n");
    }
}
