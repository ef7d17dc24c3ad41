package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.FreePort;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real doctor beside the real bot: it disturbs nothing, prints only lines, and its exit code reports faults. */
final class DoctorIT {
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String LINES = "(?:(?:OK|Warning|Error|Couldn't check) +[^:]+: .+\\R)+\\R.+ OK\\R";

    @TempDir
    private Path folder;

    private BotProcess doctor(Map<String, String> environment) throws IOException {
        return BotProcess.start(folder, environment, "doctor");
    }

    @Test
    void besideARunningBotItsDatabaseIsLeftAloneAndNothingIsWrong() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var port = FreePort.next();
            var environment = stage.environment(port);
            try (var bot = BotProcess.start(folder, environment, "serve").ready(port)) {
                var doctor = doctor(environment);
                assertThat(doctor.exitCode(AT_MOST)).as(doctor.out()).isZero();
                assertThat(doctor.out())
                        .matches(LINES)
                        .contains("OK             database: Its file is in use by a running bot")
                        .contains("OK             port " + port + ": A running bot answers on it.")
                        .contains("0 Error");
                assertThat(doctor.err()).isEmpty();
                bot.ready(port);
            }
        }
    }

    @Test
    void whatIsWrongIsALineAndTheLogKeepsSilent() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            stage.slack.faults().always("auth.test", new SlackFault.Refused("token_revoked"));
            var environment = new HashMap<>(stage.environment(FreePort.next()));
            environment.put("DATABASE_URL", "postgres://bot:password-in-url@127.0.0.1:" + FreePort.next() + "/bot");
            var doctor = doctor(environment);
            assertThat(doctor.exitCode(AT_MOST)).isOne();
            assertThat(doctor.out())
                    .matches(LINES)
                    .contains(
                            "Error          Slack's bot token: It was revoked",
                            "Error          database: It is unreachable")
                    .contains("2 Error")
                    .doesNotContain("password-in-url", stage.slack.app().botToken());
            assertThat(doctor.err()).isEmpty();
        }
    }
}
