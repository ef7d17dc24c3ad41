package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventsApiTest {
    private final SlackFixture at = new SlackFixture();

    EventsApiTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aMentionIsToldToTheBotAsSlackWritesIt() {
        var sent = at.slack.writes(ALICE, BUILDS, "@signalman status of <main> & @bob");

        assertThat(sent).isPresent();
        var envelope = at.bot.event();
        assertThat(envelope.path("type").asText()).isEqualTo("event_callback");
        assertThat(envelope.at("/event/type").asText()).isEqualTo("app_mention");
        assertThat(envelope.at("/event/text").asText())
                .isEqualTo("<@U0SIGNALMAN> status of &lt;main&gt; &amp; <@U0BOB>");
        assertThat(envelope.at("/event/ts").asText()).isEqualTo(at.last(BUILDS).ts());
        assertThat(envelope.path("event_id").asText()).startsWith("Ev");
    }

    @Test
    void whatDoesNotNameTheBotOrIsSaidWithoutItIsNotTold() {
        assertThat(at.slack.writes(ALICE, BUILDS, "hello all")).isEmpty();
        assertThat(at.slack.writes(ALICE, "C0SECRET", "@signalman status")).isEmpty();
        assertThat(at.bot.received()).isEmpty();
        assertThat(at.slack.messages(BUILDS)).hasSize(1);
    }

    @Test
    void aMentionInAThreadNamesTheThread() throws Exception {
        var card = at.posted(BUILDS, SlackFixture.BUTTONS);

        at.slack.replies(ALICE, card, "@signalman rerun");

        assertThat(at.bot.event().at("/event/thread_ts").asText()).isEqualTo(card.ts());
    }

    @Test
    void aStrangersMentionNamesTheirTeam() {
        at.slack.writes("U0STRANGER", "C0SHARED", "@signalman status");

        assertThat(at.bot.event().at("/event/user_team").asText()).isEqualTo("T0OTHER");
        assertThat(at.bot.event().path("is_ext_shared_channel").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotTakenComesAgainThreeTimes() {
        at.bot.answers(call -> Reply.text(500, "no"));
        at.slack.writes(ALICE, BUILDS, "@signalman status");
        var first = at.bot.event();

        at.slack.retriesEvents();
        assertThat(at.bot.last().header("x-slack-retry-num")).isEqualTo("1");
        assertThat(at.bot.last().header("x-slack-retry-reason")).isEqualTo("http_error");
        assertThat(at.slack.retriesEvents()).isEmpty();
        at.clock.move(Duration.ofMinutes(1));
        at.slack.retriesEvents();
        at.clock.move(Duration.ofMinutes(4));
        at.slack.retriesEvents();
        assertThat(at.bot.last().header("x-slack-retry-num")).isEqualTo("3");
        assertThat(at.bot.event()).isEqualTo(first);
        at.clock.move(Duration.ofHours(1));
        assertThat(at.slack.retriesEvents()).isEmpty();
        assertThat(at.bot.received()).hasSize(4);
    }

    @Test
    void aBotCanAskForNoRetries() {
        at.bot.answers(call -> Reply.text(500, "no").with("x-slack-no-retry", "1"));
        at.slack.writes(ALICE, BUILDS, "@signalman status");

        assertThat(at.slack.retriesEvents()).isEmpty();
    }

    @Test
    void aTakenEventCanComeTwiceNewlySigned() {
        var delivery = at.slack.opensHome(ALICE);
        var first = at.bot.last();
        at.clock.move(Duration.ofSeconds(5));

        at.slack.redelivers(delivery);

        assertThat(at.bot.last().body()).isEqualTo(first.body());
        assertThat(at.bot.last().header("x-slack-signature")).isNotEqualTo(first.header("x-slack-signature"));
        assertThat(at.bot.last().header("x-slack-retry-num")).isEqualTo("1");
    }

    @Test
    void theHandshakeHoldsAChallenge() {
        at.bot.answers(call -> Reply.text(200, at.bot.event().path("challenge").asText()));

        assertThat(at.slack.asksForAddress("prove it").answer()).isEqualTo("prove it");
    }
}
