package dev.signalman.app;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.Manifest;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.semaphore.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody installs the bot step by step, and asks the doctor each time what is missing. */
@Tag("long")
final class HalfInstalledTest {
    private static final Set<String> REQUIRED =
            Set.of("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SEMAPHORE_URL", "SEMAPHORE_API_TOKEN");

    /** What doctor complains of, one line each. */
    private static List<String> missing(DoctorEnvironment doctorEnvironment) throws Exception {
        return doctorEnvironment.doctor().stream()
                .filter(line -> !line.startsWith("OK: "))
                .toList();
    }

    @Test
    void variablesThatAreNotSetAreNamedAllAtOnce(@TempDir Path folder) throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            doctorEnvironment.environment.keySet().removeAll(REQUIRED);
            var faulty = catchThrowableOfType(FaultyConfigurationException.class, doctorEnvironment::configuration);
            assertThat(faulty.faults())
                    .extracting(Object::toString)
                    .hasSize(4)
                    .anyMatch(fault -> fault.startsWith("SLACK_BOT_TOKEN: is not set"))
                    .anyMatch(fault -> fault.startsWith("SLACK_SIGNING_SECRET: is not set; set it to the app's signing "
                            + "secret, or set SLACK_APP_TOKEN instead"))
                    .anyMatch(fault -> fault.startsWith("SEMAPHORE_URL: is not set"))
                    .anyMatch(fault -> fault.startsWith("SEMAPHORE_API_TOKEN: is not set"));
        }
    }

    @Test
    void eachMissingStepIsALineUntilItIsTaken(@TempDir Path folder) throws Exception {
        try (var doctorEnvironment = new DoctorEnvironment(folder)) {
            doctorEnvironment.file = "subscriptions: [{channel: C0SECRET, project: web}]";
            doctorEnvironment.without("usergroups:read");
            doctorEnvironment.semaphore.user("signalman-bot").isEverywhere(Role.STRANGER);
            assertThat(missing(doctorEnvironment))
                    .anyMatch(line -> line.contains("Slack's scope usergroups:read: Missing.")
                            && line.endsWith("Add it under OAuth & Permissions, then reinstall the app."))
                    .anyMatch(line -> line.contains("Semaphore's token: Valid, but it sees no projects.")
                            && line.contains("add the token's account to each project"))
                    .anyMatch(line -> line.contains("C0SECRET: Signalman can't post there")
                            && line.contains("/invite @Signalman"))
                    .anyMatch(line -> line.contains("Semaphore's webhook secret: It isn't set"));

            doctorEnvironment.granting(Manifest.of(SlackTransport.HTTP).scopes());
            doctorEnvironment.semaphore.user("signalman-bot").isEverywhere(Role.CONTRIBUTOR);
            assertThat(missing(doctorEnvironment))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("C0SECRET: Signalman can't post there"))
                    .anyMatch(line -> line.contains("Semaphore's webhook secret: It isn't set"));

            doctorEnvironment.slack.invite("C0SECRET");
            doctorEnvironment.set("SEMAPHORE_WEBHOOK_SECRET", "a-secret-that-is-long-enough");
            assertThat(missing(doctorEnvironment)).isEmpty();

            Bot.start(doctorEnvironment.configuration(), doctorEnvironment.clock, () -> "a-bot", List.of())
                    .close();
            assertThat(missing(doctorEnvironment))
                    .allMatch(line -> line.startsWith("Warning: last "))
                    .anyMatch(line -> line.startsWith("Warning: last command from Slack: No command")
                            && line.contains("Type /semaphore help in Slack."))
                    .anyMatch(line -> line.startsWith("Warning: last event from Slack: No mention")
                            && line.contains("Event Subscriptions"))
                    .anyMatch(line -> line.startsWith("Warning: last notification from Semaphore: "));
        }
    }

    @Test
    void whatComesFromSlackAndSemaphoreIsTheLastStep() throws Exception {
        try (var bot = Dialogue.start()) {
            var before = bot.asks(ALICE, "/semaphore doctor");
            assertThat(before.drawn())
                    .contains("Warning  *last event from Slack*", "Warning  *last notification from Semaphore*");
            bot.writes(ALICE, "@signalman help");
            bot.answer(ALICE, "Signalman runs, watches and promotes");
            bot.isNotifiedOf("web");
            bot.passed("web", "Round invoices");
            bot.until(
                    "it was delivered",
                    () -> !bot.semaphore().notifications().deliveries().isEmpty());
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                    .doesNotContain("*last event from Slack*", "*last notification from Semaphore*", "Error");
        }
    }
}
