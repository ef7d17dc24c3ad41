package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.harness.FreePort;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output and exit of a wrongly started process. */
final class StartingIT {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyFaultOfTheConfigurationIsListedAtOnceWithoutAStackTrace() throws IOException {
        var child = BotProcess.start(
                folder,
                Map.of("PORT", "many", "SLACK_BOT_TOKEN", "xoxb-secret", "SEMAPHORE_URL", "ftp://acme"),
                "serve");
        assertThat(child.exitCode(AT_MOST)).isEqualTo(2);
        assertThat(child.err())
                .contains("PORT", "SLACK_SIGNING_SECRET", "SEMAPHORE_URL", "SEMAPHORE_API_TOKEN")
                .doesNotContain("Exception", "xoxb-secret");
        assertThat(child.out()).doesNotContain("Exception");
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder);
                var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var child = BotProcess.start(folder, stage.environment(taken.getLocalPort()), "serve");
            assertThat(child.exitCode(AT_MOST)).isOne();
            assertThat(child.err().strip()).hasLineCount(1).contains("Port " + taken.getLocalPort());
            assertThat(child.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInOneLineWithoutItsPassword() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var environment = new HashMap<>(stage.environment(FreePort.next()));
            environment.put("DATABASE_URL", "postgres://bot:secret@127.0.0.1:" + FreePort.next() + "/bot");
            var child = BotProcess.start(folder, environment, "serve");
            assertThat(child.exitCode(AT_MOST)).isOne();
            assertThat(child.err().strip()).hasLineCount(1).contains("The database cannot be opened", "DATABASE_URL");
            assertThat(child.err() + child.out()).doesNotContain("\tat ", "secret");
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsSaidInOneLine() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            stage.start();
            var second = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(second.exitCode(AT_MOST)).isOne();
            assertThat(second.err().strip()).hasLineCount(1).contains("The database cannot be opened");
        }
    }

    @Test
    void aDamagedFileIsSaidInOneLineWithWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("signalman.mv.db"), "no database ".repeat(2000));
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var bot = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains("The database cannot be opened", "put your last backup of that folder in its place");
            assertThat(bot.out()).doesNotContain("\tat ");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("data"), "a file, and no folder");
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var bot = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains(
                            "The database cannot be opened",
                            "data is a file, and no folder",
                            "Give data/ and what is in it to the user that runs me");
            assertThat(bot.out()).doesNotContain("\tat ");
        }
    }

    @Test
    void aFullDiskIsSaidInOneLine() throws IOException {
        saidInOneLine(
                Disk.of(64), "the disk of " + data() + " is full: ", "Make room on that disk and start me again.");
    }

    @Test
    void aDiskThatMayOnlyBeReadIsSaidInOneLineThoughADatabaseIsOnIt() throws IOException {
        TestDatabase.openWhole(DatabaseAddress.file(data() + "/signalman")).close();
        saidInOneLine(
                Disk.readOnly(),
                data() + "/signalman.mv.db cannot be written",
                "see that its disk is not mounted read-only");
    }

    @Test
    void aQuotaThatIsUsedUpIsSaidInOneLine() throws IOException {
        saidInOneLine(Disk.quota(512), "the folder " + data() + " cannot be written: ", "Nothing was changed.");
    }

    private Path data() throws IOException {
        return folder.toRealPath().resolve("data");
    }

    private void saidInOneLine(List<String> disk, String... words) throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var bot = BotProcess.under(disk, folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains("The database cannot be opened")
                    .contains(words);
            assertThat(bot.out()).doesNotContain(" WARN ", " ERROR ", "Exception");
        }
    }

    @Test
    void whatIsAskedOfTheCommandLineDecidesTheExitCode() throws IOException {
        assertThat(exitCode("--version")).isZero();
        assertThat(exitCode("--help")).isZero();
        assertThat(exitCode("serve", "--help")).isZero();
        assertThat(exitCode("derail")).isEqualTo(2);
        assertThat(exitCode()).isEqualTo(2);
    }

    @Test
    void theSchemaOfTheFileIsPrintedAndNothingElse() throws IOException {
        var child = BotProcess.start(folder, Map.of(), "schema");
        assertThat(child.exitCode(AT_MOST)).isZero();
        assertThat(new JsonMapper().readTree(child.out()).at("/properties/access/propertyNames/enum"))
                .isNotEmpty();
        assertThat(child.err()).isEmpty();
    }

    private int exitCode(String... arguments) throws IOException {
        return BotProcess.start(folder, Map.of(), arguments).exitCode(AT_MOST);
    }
}
