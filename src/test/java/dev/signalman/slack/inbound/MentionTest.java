package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Place;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that name the bot, as they come in. */
final class MentionTest {
    private static final String ALICE = "U0ALICE";
    private static final String BUILDS = "C0BUILDS";

    private final SettableClock clock = new SettableClock(InboundFixture.NOW);
    private final SimulatedSlack slack = SimulatedSlack.start(clock);
    private final InboundFixture edge = new InboundFixture(
            URI.create(slack.apiUrl()), slack.app().botToken(), slack.app().signingSecret());
    private final WebServer server = WebServer.start(0, List.of(Route.of("POST", "/slack/events", edge.endpoint)));

    MentionTest() throws IOException {}

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

    private void noDatabase() {
        edge.intake.behave(invocation -> {
            throw new IntakeFailedException(new SQLException("away"));
        });
    }

    private List<String> told() {
        return slack.visibleTo(ALICE, BUILDS).stream()
                .filter(PostedMessage::ephemeral)
                .map(PostedMessage::text)
                .toList();
    }

    private void awaitTold(String... beginnings) {
        await().untilAsserted(() -> assertThat(told())
                .zipSatisfy(
                        List.of(beginnings),
                        (told, beginning) -> assertThat(told).startsWith(beginning)));
    }

    @Test
    void theLineIsWhatStandsAroundTheNameAsItWasTyped() {
        slack.writes(ALICE, BUILDS, "@signalman run web@main FILE=a&b https://acme.semaphoreci.com/jobs/1");

        var taken = edge.intake.only();
        assertThat(taken.line()).isEqualTo("run web@main FILE=a&b https://acme.semaphoreci.com/jobs/1");
        assertThat(taken.origin()).isEqualTo(new Origin.Mentioned());
        assertThat(taken.place()).isEqualTo(Place.channel(BUILDS));
        assertThat(taken.actor().userId()).isEqualTo(ALICE);
        assertThat(taken.responseUrl()).isNull();
        assertThat(taken.id()).startsWith("event:");
    }

    @Test
    void anotherPersonsNameStaysInTheLine() {
        slack.writes(ALICE, BUILDS, "promote web @signalman because @alice said so");

        assertThat(edge.intake.only().line().replaceAll("\\s+", " ")).isEqualTo("promote web because @U0ALICE said so");
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsLeftToSlacksRetriesAndTakenOnceByThem() throws Exception {
        noDatabase();
        var sent = slack.writes(ALICE, BUILDS, "@signalman rerun web").orElseThrow();
        assertThat(sent.status()).isEqualTo(503);
        awaitTold("Not taken yet");

        edge.intake.behave(new RecordingIntake());
        assertThat(slack.retriesEvents())
                .singleElement()
                .satisfies(retry -> assertThat(retry.status()).isEqualTo(200));
        clock.advance(Duration.ofMinutes(10));
        assertThat(slack.retriesEvents()).isEmpty();
    }

    @Test
    void afterTheLastRetryThePersonHearsThatItWasNotTaken() {
        noDatabase();
        slack.writes(ALICE, BUILDS, "@signalman rerun web");
        awaitTold("Not taken yet");
        slack.retriesEvents();
        clock.advance(Duration.ofMinutes(1));
        slack.retriesEvents();
        clock.advance(Duration.ofMinutes(4));
        assertThat(slack.retriesEvents())
                .singleElement()
                .satisfies(last -> assertThat(last.status()).isEqualTo(200));
        awaitTold("Not taken yet", "Not taken, try again");
    }

    @Test
    void aRepeatedEventHasTheSameId() throws Exception {
        var sent = slack.writes(ALICE, BUILDS, "@signalman rerun web").orElseThrow();
        clock.advance(Duration.ofSeconds(2));
        assertThat(slack.redelivers(sent).status()).isEqualTo(200);
        assertThat(edge.intake.taken()).hasSize(1);
    }

    @Test
    void botsAskForNothing() throws Exception {
        try (var alone = new InboundFixture()) {
            assertThat(sends(alone, "\"user\":\"U0OTHER\",\"bot_id\":\"B0OTHER\""))
                    .isEqualTo(200);
            assertThat(sends(alone, "\"user\":\"U0ALICE\",\"bot_profile\":{\"id\":\"B0OTHER\"}"))
                    .isEqualTo(200);
            assertThat(sends(alone, "\"user\":\"U0ALICE\",\"subtype\":\"bot_message\""))
                    .isEqualTo(200);
            assertThat(alone.intake.taken()).isEmpty();
            assertThat(sends(alone, "\"user\":\"U0ALICE\"")).isEqualTo(200);
            assertThat(alone.intake.only().line()).isEqualTo("rerun web");
        }
    }

    @Test
    void anEditThatChangesNothingOfTheLineIsTakenOnceAndOneThatCorrectsItAgain() throws Exception {
        try (var alone = new InboundFixture()) {
            sends(alone, "\"user\":\"U0ALICE\"");
            sends(alone, "\"user\":\"U0ALICE\",\"edited\":{\"user\":\"U0ALICE\",\"ts\":\"2.0\"}");
            assertThat(alone.intake.taken()).hasSize(1);
            sends(alone, "rerun api", "\"user\":\"U0ALICE\",\"edited\":{\"user\":\"U0ALICE\",\"ts\":\"3.0\"}");
            assertThat(alone.intake.taken()).extracting(Invocation::line).containsExactly("rerun web", "rerun api");
        }
    }

    @Test
    void whatIsEditedLongAfterItWasWrittenAsksForNothing() throws Exception {
        try (var alone = new InboundFixture()) {
            for (var ts : List.of("602.0", "later", "")) {
                sends(alone, "\"user\":\"U0ALICE\",\"edited\":{\"user\":\"U0ALICE\",\"ts\":\"" + ts + "\"}");
            }
            assertThat(alone.intake.taken()).isEmpty();
        }
    }

    @Test
    void aReplyThatIsShownInTheChannelTooIsTakenLikeAnyOther() throws Exception {
        try (var alone = new InboundFixture()) {
            sends(alone, "\"user\":\"U0ALICE\",\"subtype\":\"thread_broadcast\",\"thread_ts\":\"0.5\"");
            assertThat(alone.intake.only().place().thread()).isEqualTo("0.5");
        }
    }

    @Test
    void whatIsWrittenToTheBotDirectlyIsReadWithoutItsName() throws Exception {
        try (var alone = new InboundFixture()) {
            direct(alone, "\"user\":\"U0ALICE\",\"text\":\"hi, `status web`\"");
            assertThat(alone.intake.only().line()).isEqualTo("status web");
            assertThat(alone.intake.only().origin()).isEqualTo(new Origin.Mentioned());
            assertThat(alone.intake.only().place()).isEqualTo(Place.channel("D1"));
        }
    }

    @Test
    void whatTheBotItselfOrAnotherOneSaysThereAsksForNothing() throws Exception {
        try (var alone = new InboundFixture()) {
            direct(alone, "\"user\":\"U0SIGNALMAN\",\"text\":\"status web\"");
            direct(alone, "\"user\":\"U0SIGNALMAN\",\"bot_id\":\"B1\",\"text\":\"status web\"");
            direct(alone, "\"user\":\"U0ALICE\",\"bot_profile\":{\"id\":\"B1\"},\"text\":\"status web\"");
            direct(alone, "\"user\":\"U0ALICE\",\"subtype\":\"message_deleted\",\"text\":\"status web\"");
            direct(alone, "\"user\":\"U0ALICE\",\"subtype\":\"message_changed\",\"text\":\"status web\"");
            alone.sends(DIRECT.formatted("channel", "\"user\":\"U0ALICE\",\"text\":\"status web\""));
            assertThat(alone.intake.taken()).isEmpty();
        }
    }

    private static final String DIRECT = """
            {"type":"event_callback","team_id":"T1","event_id":"Ev2001","event":{"type":"message","channel_type":"%s",
             "ts":"1.0","channel":"D1","event_ts":"1.0",%s},
             "authorizations":[{"team_id":"T1","user_id":"U0SIGNALMAN","is_bot":true}]}""";

    private static void direct(InboundFixture edge, String more) throws Exception {
        assertThat(edge.sends(DIRECT.formatted("im", more)).status()).isEqualTo(200);
    }

    @Test
    void anEventOfAnyNameHasAShortId() throws Exception {
        try (var alone = new InboundFixture()) {
            alone.sends("""
                    {"type":"event_callback","team_id":"T1","event_id":"%s","event":{"type":"app_mention","user":"U0ALICE",
                     "text":"<@U0SIGNALMAN> help","ts":"1.0","channel":"C1"}}""".formatted("Ev ".repeat(2_000)));

            assertThat(alone.intake.only().id()).startsWith("event:").hasSizeLessThan(100);
        }
    }

    @Test
    void theFirstMessageOfAThreadIsAnsweredInTheChannel() throws Exception {
        try (var alone = new InboundFixture()) {
            sends(alone, "\"user\":\"U0ALICE\",\"thread_ts\":\"1.0\"");
            assertThat(alone.intake.only().place().thread()).isNull();
        }
        try (var alone = new InboundFixture()) {
            sends(alone, "\"user\":\"U0ALICE\",\"thread_ts\":\"0.5\"");
            assertThat(alone.intake.only().place().thread()).isEqualTo("0.5");
        }
    }

    private static int sends(InboundFixture edge, String more) throws Exception {
        return sends(edge, "rerun web", more);
    }

    private static int sends(InboundFixture edge, String line, String more) throws Exception {
        Reply reply = edge.sends("""
                {"type":"event_callback","team_id":"T1","event_id":"Ev%d","event":{"type":"app_mention",
                 "text":"<@U0SIGNALMAN> %s","ts":"1.0","channel":"C1","event_ts":"1.0",%s},
                 "authorizations":[{"team_id":"T1","user_id":"U0SIGNALMAN","is_bot":true}]}""".formatted(1000 + more.length() + line.length(), line, more));
        return reply.status();
    }
}
