package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.chat.RenderedCard;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge behind its server, and a simulated workspace that talks to it over HTTP. */
final class InboundOverHttpTest {
    private static final String ALICE = "U0ALICE";
    private static final String BUILDS = "C0BUILDS";
    private static final String BLOCKS = """
            [{"type":"actions","block_id":"key:1","elements":[
              {"type":"button","action_id":"command:rerun:0","value":"rerun workflow 2e",
               "text":{"type":"plain_text","text":"Rerun"}},
              {"type":"button","action_id":"command:stop:1","value":"kept:9",
               "text":{"type":"plain_text","text":"Stop"}}]}]""";

    private final SettableClock clock = new SettableClock(InboundFixture.NOW);
    private final SimulatedSlack slack = SimulatedSlack.start(clock);
    private final InboundFixture edge = new InboundFixture(
            URI.create(slack.apiUrl()), slack.app().botToken(), slack.app().signingSecret());
    private final WebServer server = WebServer.start(0, List.of(Route.of("POST", "/slack/events", edge.endpoint)));

    InboundOverHttpTest() throws IOException {}

    @BeforeEach
    void people() {
        slack.botAt(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, "U0SIGNALMAN"));
    }

    @AfterEach
    void close() {
        server.close();
        edge.close();
        slack.close();
    }

    private PostedMessage card() {
        var ts = edge.messenger
                .post(BUILDS, null, new RenderedCard("web failed", BLOCKS))
                .timestamp();
        return slack.messages(BUILDS).stream()
                .filter(message -> message.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    private void aliceIsTold(String words) {
        await().untilAsserted(() -> assertThat(slack.visibleTo(ALICE, BUILDS))
                .filteredOn(PostedMessage::ephemeral)
                .extracting(PostedMessage::text)
                .singleElement()
                .asString()
                .contains(words));
    }

    @Test
    void whatIsTypedIsTaken() {
        assertThat(slack.says(ALICE, BUILDS, "/semaphore status web <now>").status())
                .isEqualTo(200);

        assertThat(edge.intake.only().line()).isEqualTo("status web <now>");
        assertThat(edge.intake.only().responseUrl()).startsWith(slack.apiUrl().replace("/api/", "/response/"));
    }

    @Test
    void whatIsPressedIsTaken() {
        slack.presses(ALICE, card(), "Rerun");

        assertThat(edge.intake.only().line()).isEqualTo("rerun workflow 2e");
        assertThat(edge.intake.only().origin())
                .hasToString("Pressed[cardKey=key, drawing=0, label=Rerun, ephemeral=false]");
    }

    @Test
    void replayedRequestIsRefused() {
        var delivery = slack.says(ALICE, BUILDS, "/semaphore stop");

        assertThat(slack.replays(delivery).status()).isEqualTo(401);
        assertThat(edge.intake.taken()).hasSize(1);
    }

    @Test
    void aCommandThatWasNotTakenIsAnsweredForTheAskerAlone() {
        edge.intake.behave(invocation -> {
            throw new IntakeFailedException(new SQLException("down"));
        });

        slack.says(ALICE, BUILDS, "/semaphore stop");

        aliceIsTold("Not taken, try again");
        assertThat(slack.errors()).isEmpty();
    }

    @Test
    void aPressThatWasNotTakenIsSaidToThePresserAlone() {
        edge.intake.behave(invocation -> {
            throw new IntakeFailedException(new SQLException("down"));
        });

        slack.presses(ALICE, card(), "Rerun");

        aliceIsTold("Not taken, try again");
    }

    @Test
    void whoPressedTooLateIsToldSo() {
        edge.intake.behave(invocation -> Taking.TOO_LATE);

        slack.presses(ALICE, card(), "Rerun");

        aliceIsTold("already pressed");
    }

    @Test
    void aButtonWhoseLineIsNoLongerKeptSaysSo() {
        slack.presses(ALICE, card(), "Stop");

        aliceIsTold("has expired");
        assertThat(edge.intake.taken()).isEmpty();
    }
}
