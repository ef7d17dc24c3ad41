package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.FreePort;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGHUP. */
final class SighupIT {
    private static final String CHANNEL = KillTestAct.PROMOTE.channel();
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static void says(BotProcess bot, String words) {
        await(words).atMost(SOON).until(() -> (bot.out() + bot.err()).contains(words));
    }

    private static List<String> asides(KillTestEnvironment environment) {
        return environment.slack.visibleTo(ALICE, CHANNEL).stream()
                .filter(PostedMessage::ephemeral)
                .map(PostedMessage::drawn)
                .toList();
    }

    @Test
    void theFileIsReadAgainAndOneWithAFaultChangesNothing() throws IOException {
        try (var environment = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var bot = environment.start();
            environment.configuredBy("""
                    projects:
                      - {name: promoting, default_branch: main, promotions: [production]}
                    promotions:
                      - {name: production, approvals: 1, approvers: [U0BOB]}
                    port: 1
                    """);
            bot.hangUp();
            says(bot, "Reloaded the configuration; changed: access (0, previously 1), promotions (1, previously 0)");
            environment.configuredBy("promotions: [{name: production, approvals: 1}]");
            bot.hangUp();
            says(
                    bot,
                    "bot.yml, line 1, promotions[0].approvals: is 1, but nobody can approve; list people "
                            + "or user groups under approvers");
            environment.configuredBy("");
            bot.hangUp();
            says(bot, "bot.yml: is empty");

            assertThat(bot.runs()).isTrue();
            environment.slack.says(ALICE, CHANNEL, "/semaphore promote production promoting");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asides(environment))
                            .anyMatch(each -> each.contains("#1 is waiting for approval")));
            assertThat(environment.semaphore.promotions("promoting")).isEmpty();
            bot.terminate();
            assertThat(bot.exitCode(SOON)).isIn(0, 143);
        }
    }

    @Test
    void whereTheSignalIsIgnoredThatIsSaid() throws IOException {
        try (var environment = new KillTestEnvironment(TestDatabase.H2, folder);
                var bot =
                        BotProcess.under(List.of("nohup"), folder, environment.environment(FreePort.next()), "serve")) {
            says(
                    bot,
                    "SIGHUP is ignored, because the process was started that way (nohup does that). Restart to "
                            + "change the configuration");
        }
    }
}
