package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.SeverableConnection;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot's environment fails: Slack during an answer, the database during a question. */
final class BadInputOutageTest {
    @Test
    void whatSlackDidNotTakeIsSaidWhenItIsBack() throws Exception {
        try (var bot = Dialogue.start()) {
            bot.semaphore().push("web", "main", "Round invoices", "alice");
            bot.asksIn(ALICE, BUILDS, "/semaphore help"); // so Slack has told who she is
            bot.slack().faults().outage(true);
            bot.says(ALICE, "/semaphore status web");
            await("an answer that is refused, and tried again")
                    .until(() -> bot.slack().calls().stream()
                                    .filter(call -> call.method().equals("response_url") && call.status() == 503)
                                    .count()
                            >= 2);
            assertThat(bot.messages(DEPLOYS)).isEmpty();

            bot.slack().faults().outage(false);
            bot.answer(ALICE, "Round invoices");
            assertThat(bot.messages(DEPLOYS)).hasSize(1);
        }
    }

    @Test
    void withoutTheDatabaseNothingIsTakenAndThePersonHearsSo() throws Exception {
        var address = TestDatabase.POSTGRES.whole().jdbcUrl();
        var port = URI.create(address.substring("jdbc:".length())).getPort();
        try (var line = new SeverableConnection(port);
                var bot = Dialogue.start(
                        new Policies(List.of()),
                        DatabaseAddress.read(address.replace(":" + port, ":" + line.port())))) {
            var pipeline = bot.semaphore()
                    .push("web", "main", "Round invoices", "alice")
                    .pipelineId();
            var card = bot.asks(BOB, "/semaphore status " + pipeline);

            line.silence(true);
            assertThat(bot.asks(ALICE, "/semaphore rerun web").drawn()).containsIgnoringCase("not taken, try again");
            var pressed = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Stop"));
            assertThat(pressed.drawn()).containsIgnoringCase("not taken, try again");
            assertThat(bot.slack().errors()).isEmpty();
            assertThat(bot.changesAsked()).isEmpty();

            line.silence(false);
            await("the database to be back")
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            bot.asks(ALICE, "/semaphore status web").drawn().contains("Round invoices"));
            assertThat(bot.changesAsked()).isEmpty();
        }
    }

    /** The file can no longer be opened, as when a disk is gone. */
    @Test
    void withoutTheEmbeddedDatabaseNothingIsTakenAndThePersonHearsSo(@TempDir Path folder) throws Exception {
        var address = DatabaseAddress.file(folder.resolve("signalman").toString());
        var file = folder.resolve("signalman.mv.db");
        var away = folder.resolve("away");
        try (var bot = Dialogue.start(new Policies(List.of()), address)) {
            bot.semaphore().push("web", "main", "Round invoices", "alice");
            var card = bot.asks(BOB, "/semaphore status web");

            Files.move(file, away);
            Files.createDirectory(file);
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
            assertThat(bot.asks(ALICE, "/semaphore rerun web").drawn()).contains("Not taken, try again in a moment");
            var pressed = bot.nextTo(BOB, DEPLOYS, () -> bot.presses(BOB, card, "Stop"));
            assertThat(pressed.drawn()).contains("Not taken, try again in a moment");
            assertThat(bot.slack().errors()).isEmpty();
            assertThat(bot.changesAsked()).isEmpty();

            Files.delete(file);
            Files.move(away, file);
            await("the database to be back")
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            bot.asks(ALICE, "/semaphore status web").drawn().contains("Round invoices"));
            bot.says(ALICE, "/semaphore rerun web");
            bot.card("Rerun by Alice");
            assertThat(bot.semaphore().workflows("web")).hasSize(2);
        }
    }
}
