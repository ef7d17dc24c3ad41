package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.SignedRequests;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.SlackDelivery;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.SocketModeServer;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.SeverableConnection;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A bot in Socket Mode, and its connection problems, as seen by people and operators. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
final class SocketTest {
    private static final String OPEN = "apps.connections.open";

    @Test
    void withoutASigningSecretNothingIsTakenOverHttp() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.SOCKET)) {
            var web = new SignedRequests(bot);
            assertThat(web.send(command("1"), Instant.now()).statusCode()).isEqualTo(404);
            bot.asks(ALICE, "/semaphore projects");
        }
    }

    @Test
    void withASigningSecretItIsTakenOverBoth() throws Exception {
        try (var bot =
                Dialogue.over(SlackTransport.SOCKET, DatabaseAddress.memory("both-ways"), SocketTest::signedToo)) {
            var web = new SignedRequests(bot);
            assertThat(web.send(command("2"), Instant.now()).statusCode()).isEqualTo(200);
            bot.asks(ALICE, "/semaphore projects");
        }
    }

    private static String command(String trigger) {
        return "command=%2Fsemaphore&text=projects&user_id=" + ALICE + "&team_id=T0ACME&channel_id=" + DEPLOYS
                + "&trigger_id=" + trigger;
    }

    private static Configuration signedToo(Configuration usual) {
        var slack = usual.slack();
        var secret = AppInstallation.usual().signingSecret();
        return ConfigurationChanger.from(usual)
                .slack(new SlackSettings(slack.botToken(), secret, slack.appToken(), slack.apiUrl()))
                .configuration();
    }

    @Test
    void theBotIsReadyWhileItsSocketIsOpenAndSaysWhyItIsNot() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.SOCKET);
                var log = new LogLines()) {
            var web = new SignedRequests(bot);
            bot.until("it is ready", () -> web.ask("GET", "/health/ready").statusCode() == 200);
            assertThat(web.ask("GET", "/metrics").body()).contains("signalman_slack_socket_open 1.0");

            bot.slack().faults().always(OPEN, new SlackFault.Refused("invalid_auth"));
            bot.slack().sockets().cut();
            bot.until(
                    "it says why", () -> web.ask("GET", "/health/ready").body().contains("invalid_auth"));
            var ready = web.ask("GET", "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("Slack's socket isn't open", "check SLACK_APP_TOKEN");
            assertThat(web.ask("GET", "/health/live").statusCode()).isEqualTo(200);
            assertThat(web.ask("GET", "/metrics").body()).contains("signalman_slack_socket_open 0.0");

            bot.slack().faults().none();
            bot.until("it is ready again", () -> web.ask("GET", "/health/ready").statusCode() == 200);
            bot.asks(ALICE, "/semaphore projects");
            assertThat(log.all()).noneMatch(line -> line.contains("\tat ") || line.contains("xapp-"));
        }
    }

    @Test
    void whatWasAcknowledgedIsDoneOnceHoweverOftenTheSocketBreaks() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.SOCKET)) {
            bot.slack().limits().kept(false);
            bot.passed("web", "Count the swans");
            int before = bot.semaphore().workflows("web").size();
            var deliveries = new ArrayList<SlackDelivery>();
            for (int i = 0; i < 4; i++) {
                deliveries.add(bot.slack().says(ALICE, DEPLOYS, "/semaphore rerun web"));
                bot.slack().faults().next(SocketModeServer.ACKNOWLEDGEMENT, new SlackFault.ConnectionLost());
                deliveries.add(bot.slack().says(ALICE, DEPLOYS, "/semaphore rerun web"));
                deliveries.add(bot.slack().says(ALICE, DEPLOYS, "/semaphore rerun web"));
                bot.until("the socket is open", () -> bot.slack().sockets().open() > 0);
            }
            assertThat(deliveries).filteredOn(SlackDelivery::taken).hasSizeGreaterThanOrEqualTo(4);
            for (var delivery : deliveries) {
                bot.until(
                        "it is acknowledged",
                        () -> bot.slack().redelivers(delivery).taken());
            }
            bot.until("each is done", () -> bot.semaphore().workflows("web").size() == before + deliveries.size());
            bot.says(ALICE, "/semaphore rerun web");
            bot.until(
                    "the last is done, and nothing beside it",
                    () -> bot.semaphore().workflows("web").size() == before + deliveries.size() + 1);
        }
    }

    @Test
    void aRenewedSocketLosesNothing() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.SOCKET)) {
            for (int i = 0; i < 10; i++) {
                if (i % 5 == 2) {
                    bot.slack().sockets().refresh(Duration.ofSeconds(3));
                }
                bot.asks(ALICE, "/semaphore projects");
            }
            assertThat(bot.slack().errors()).isEmpty();
        }
    }

    @Test
    void whileTheDatabaseIsAwayThePersonHearsThatNothingWasTaken() throws Exception {
        var address = TestDatabase.POSTGRES.whole();
        var port = URI.create(address.jdbcUrl().substring("jdbc:".length())).getPort();
        try (var line = new SeverableConnection(port);
                var bot = Dialogue.over(
                        SlackTransport.SOCKET,
                        DatabaseAddress.read(address.jdbcUrl().replace(":" + port, ":" + line.port())),
                        usual -> usual)) {
            bot.passed("web", "Before the flood");
            line.silence(true);
            assertThat(bot.slack().says(ALICE, DEPLOYS, "/semaphore rerun web").error())
                    .isNull();
            bot.answer(ALICE, "ot taken, try again");
            var web = new SignedRequests(bot);
            assertThat(web.ask("GET", "/health/ready").body()).contains("the database isn't answering");
            line.silence(false);
            bot.until("it is ready", () -> web.ask("GET", "/health/ready").statusCode() == 200);
            bot.says(ALICE, "/semaphore rerun web");
            bot.card("Rerun by Alice", "Before the flood");
        }
    }
}
