package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SignedRequests;
import dev.signalman.ruling.Policies;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.SeverableConnection;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HTTP answers while the database is down, and after it is back. */
final class WebWithoutDatabaseTest {
    @Test
    void nothingIsTakenThePersonHearsSoAndTheBotIsNotReadyUntilItIsBack() throws Exception {
        var address = TestDatabase.POSTGRES.whole();
        var port = URI.create(address.jdbcUrl().substring("jdbc:".length())).getPort();
        try (var line = new SeverableConnection(port);
                var bot = Dialogue.start(
                        new Policies(List.of()),
                        DatabaseAddress.read(address.jdbcUrl().replace(":" + port, ":" + line.port())))) {
            var web = new SignedRequests(bot);
            bot.passed("web", "Before the flood");
            assertThat(web.ask("GET", "/health/ready").statusCode()).isEqualTo(200);
            line.silence(true);
            var delivery = bot.slack().says(ALICE, DEPLOYS, "/semaphore rerun web");
            assertThat(delivery.status()).isEqualTo(200);
            assertThat(delivery.error()).isNull();
            bot.answer(ALICE, "ot taken, try again");
            var ready = web.ask("GET", "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("the database isn't answering");
            assertThat(web.ask("GET", "/health/live").statusCode()).isEqualTo(200);
            line.silence(false);
            bot.until("it is ready", () -> web.ask("GET", "/health/ready").statusCode() == 200);
            int before = bot.semaphore().workflows("web").size();
            bot.says(ALICE, "/semaphore rerun web");
            bot.card("Rerun by Alice", "Before the flood");
            assertThat(bot.semaphore().workflows("web")).hasSize(before + 1);
        }
    }
}
