package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.FreePort;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A start loads what it needs: nothing of the demo, which is in the bot's jar and no part of the bot, and nothing of the
 * agents' endpoint while it is off, nor of passkeys while nobody opens their page.
 */
final class LoadedClassesIT {
    private static final String OF_THE_DEMO = "(?s).*\\] (dev\\.signalman\\.(simulator|playground)\\."
            + "|com\\.networknt\\.|com\\.webauthn4j\\.|io\\.modelcontextprotocol\\.|reactor\\.|org\\.eclipse\\.jetty\\.(ee\\w*\\.)?websocket\\.).*";

    /** The command line's parser, and Flyway where nothing is to be migrated: together they were half of a start. */
    private static final String NEEDLESS = ".*\\] (picocli\\.|org\\.flywaydb\\.core\\.Flyway ).*";

    @TempDir
    private Path folder;

    @Test
    void servingLoadsNothingOfTheDemoNorOfItsLibrariesNorWhatItDoesNotNeed() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            int port = FreePort.next();
            var loaded = folder.resolve("loaded.txt");
            var environment = new HashMap<>(stage.environment(port));
            environment.put("PUBLIC_URL", "http://localhost:" + port);
            environment.put("SIGNALMAN_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
            environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
            var bot = BotProcess.start(folder, environment, "serve").ready(port);
            bot.terminate();
            assertThat(bot.exitCode(Duration.ofSeconds(60))).isIn(0, 143);
            assertThat(Files.readAllLines(loaded))
                    .anyMatch(line -> line.contains("dev.signalman.app.Bot "))
                    .noneMatch(line -> line.matches(OF_THE_DEMO))
                    .noneMatch(line -> line.matches(NEEDLESS));
        }
    }
}
