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
        try (var stage = KillTestEnvironment.withoutDatabase(folder);
                var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var child = BotProcess.start(folder, stage.environment(taken.getLocalPort()), "serve");
            assertThat(child.exitCode(AT_MOST)).isOne();
            assertThat(child.err().strip()).hasLineCount(1).contains("Port " + taken.getLocalPort());
            assertThat(child.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInOneLineWithoutItsPassword() throws IOException {
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            var environment = new HashMap<>(stage.environment(FreePort.next()));
            environment.put("DATABASE_URL", "postgres://bot:secret@127.0.0.1:" + FreePort.next() + "/bot");
            var child = BotProcess.start(folder, environment, "serve");
            assertThat(child.exitCode(AT_MOST)).isOne();
            assertThat(child.err().strip()).hasLineCount(1).contains("Can't open the database", "DATABASE_URL");
            assertThat(child.err() + child.out()).doesNotContain("\tat ", "secret");
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsSaidInOneLine() throws IOException {
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            stage.start();
            var second = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(second.exitCode(AT_MOST)).isOne();
            assertThat(second.err().strip()).hasLineCount(1).contains("Can't open the database");
        }
    }

    @Test
    void aDamagedFileIsSaidInOneLineWithWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("signalman.mv.db"), "no database ".repeat(2000));
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            var bot = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains(
                            "Can't open the database",
                            "Move data/ aside for analysis, and restore your last backup of it.");
            assertThat(bot.out()).doesNotContain("\tat ");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("data"), "is a file, not a folder");
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            var bot = BotProcess.start(folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains(
                            "Can't open the database",
                            "data is a file, not a folder",
                            "Make Signalman's user the owner of data/ and its files, and check that the disk isn't "
                                    + "mounted read-only. Or set DATABASE_URL to a PostgreSQL database. Nothing was changed.");
            assertThat(bot.out()).doesNotContain("\tat ");
        }
    }

    @Test
    void aFullDiskIsSaidInOneLine() throws IOException {
        saidInOneLine(
                Disk.of(64),
                "the disk of " + data() + " is full: ",
                "Free at least 1 MiB on that disk and start again.");
    }

    @Test
    void aDiskThatMayOnlyBeReadIsSaidInOneLineThoughADatabaseIsOnIt() throws IOException {
        TestDatabase.openWhole(DatabaseAddress.file(data() + "/signalman")).close();
        saidInOneLine(
                Disk.readOnly(),
                data() + "/signalman.mv.db can't be written",
                "Make Signalman's user the owner of data/ and its files, and check that the disk isn't "
                        + "mounted read-only. Or set DATABASE_URL to a PostgreSQL database. Nothing was changed.");
    }

    @Test
    void aQuotaThatIsUsedUpIsSaidInOneLine() throws IOException {
        saidInOneLine(Disk.quota(512), "the folder " + data() + " can't be written: ", "Nothing was changed.");
    }

    private Path data() throws IOException {
        return folder.toRealPath().resolve("data");
    }

    private void saidInOneLine(List<String> disk, String... words) throws IOException {
        try (var stage = KillTestEnvironment.withoutDatabase(folder)) {
            var bot = BotProcess.under(disk, folder, stage.environment(FreePort.next()), "serve");
            assertThat(bot.exitCode(AT_MOST)).isOne();
            assertThat(bot.err().strip())
                    .hasLineCount(1)
                    .contains("Can't open the database")
                    .contains(words);
            assertThat(bot.out()).doesNotContain(" WARN ", " ERROR ", "Exception");
        }
    }

    /** {@code CommandLineTest} has the others. */
    @Test
    void anUnknownCommandIsWrongUsage() throws IOException {
        assertThat(BotProcess.start(folder, Map.of(), "derail").exitCode(AT_MOST))
                .isEqualTo(2);
    }

    @Test
    void theSchemaOfTheFileIsPrintedAndNothingElse() throws IOException {
        var child = BotProcess.start(folder, Map.of(), "schema");
        assertThat(child.exitCode(AT_MOST)).isZero();
        assertThat(new JsonMapper().readTree(child.out()).at("/properties/access/propertyNames/enum"))
                .isNotEmpty();
        assertThat(child.err()).isEmpty();
    }
}
