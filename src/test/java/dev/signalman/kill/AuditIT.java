package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.FreePort;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real audit beside the real bot, and after it. */
final class AuditIT {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private String audit(Map<String, String> environment, int code, String... arguments) throws IOException {
        var audit = BotProcess.start(folder, environment, arguments);
        assertThat(audit.exitCode(AT_MOST)).as(audit.out() + audit.err()).isEqualTo(code);
        assertThat(audit.err()).isEmpty();
        return audit.out();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theLedgerIsReadBesideTheBotAndWhatIsDoneToItIsFoundAfterwards(TestDatabase kind) throws IOException {
        try (var stage = new KillTestEnvironment(kind, folder)) {
            var port = FreePort.next();
            var environment = new java.util.HashMap<>(stage.environment(port));
            environment.put("SIGNALMAN_ENCRYPTION_KEY", "a2V5LW9mLXRoaXJ0eS10d28tYnl0ZXMtc2VjcmV0ISE=");
            // an auditor needs no token
            var auditor = Map.of(
                    "DATABASE_URL",
                    stage.database.url,
                    "SIGNALMAN_ENCRYPTION_KEY",
                    environment.get("SIGNALMAN_ENCRYPTION_KEY"));
            var head = "";
            try (var bot = BotProcess.start(folder, environment, "serve").ready(port)) {
                for (var act : new KillTestAct[] {KillTestAct.PROMOTE, KillTestAct.RUN}) {
                    act.ask(stage.slack);
                }
                KillTestEnvironment.soon(
                        () -> assertThat(stage.cards(KillTestAct.PROMOTE)).hasSize(1));
                KillTestEnvironment.soon(
                        () -> assertThat(stage.cards(KillTestAct.RUN)).hasSize(1));
                head = audit(auditor, 0, "audit", "head").strip();
                assertThat(head).startsWith("4:");
                assertThat(audit(auditor, 0, "audit", "verify", "--head", head))
                        .contains("The ledger is intact: 4 rows");
                var rows = audit(auditor, 0, "audit", "export").lines().toList();
                assertThat(rows)
                        .hasSize(4)
                        .first()
                        .asString()
                        .contains("\"kind\":\"key\"", "The chain begins with key ");
                // and the second row names the file of rules
                assertThat(rows.subList(2, 4))
                        .allSatisfy(line -> assertThat(line).contains(ALICE, "\"outcome\":\"done\""))
                        .anySatisfy(line -> assertThat(line).contains("\"line\":\"promote production pipeline "));
                bot.terminate();
                bot.exitCode(AT_MOST);
            }
            assertThat(Files.exists(folder.resolve("data/signalman.sock"))).isFalse();
            if (kind == TestDatabase.POSTGRES) {
                return; // what is found in which database is the matter of LedgerStoreTest
            }
            assertThat(audit(auditor, 0, "audit", "verify")).contains("The ledger is intact: 4 rows");
            assertThat(stage.database.change("update ledger set user_id = 'U0BOB' where number = 3"))
                    .isOne();
            assertThat(audit(auditor, 1, "audit", "verify")).contains("Row 3 was altered");
            assertThat(stage.database.change("delete from ledger where number = 4"))
                    .isOne();
            assertThat(audit(auditor, 1, "audit", "verify", "--head", head)).contains("Row 4 is cut off");
        }
    }
}
