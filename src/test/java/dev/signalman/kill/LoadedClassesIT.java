package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is in the bot's jar, and no part of the bot. */
final class LoadedClassesIT {
    private static final String OF_THE_DEMO = "(?s).*\\] (dev\\.signalman\\.(simulator|playground)\\."
            + "|com\\.networknt\\.|org\\.eclipse\\.jetty\\.(ee\\w*\\.)?websocket\\.).*";

    @TempDir
    private Path folder;

    @Test
    void servingLoadsNothingOfTheDemoNorOfItsLibraries() throws IOException {
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            int port = FreePort.next();
            var loaded = folder.resolve("loaded.txt");
            var environment = new HashMap<>(stage.environment(port));
            environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
            var bot = BotProcess.start(folder, environment, "serve").ready(port);
            bot.terminate();
            assertThat(bot.exitCode(Duration.ofSeconds(60))).isIn(0, 143);
            assertThat(Files.readAllLines(loaded))
                    .anyMatch(line -> line.contains("dev.signalman.app.Bot "))
                    .noneMatch(line -> line.matches(OF_THE_DEMO));
        }
    }
}
