package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in from links, from the tabs of the app, and from the menu of a message. */
final class UnfurlHomeAndShortcutTest {
    private static final String PIPELINE = "https://acme.semaphoreci.com/jobs/6ac4a1ff-2f0f-4a5c-8a0b-6d21f7b0b8a1";
    private final InboundFixture edge = new InboundFixture();

    @AfterEach
    void close() {
        edge.close();
    }

    private void happens(String event) throws Exception {
        var body = """
                {"type":"event_callback","team_id":"T0001","api_app_id":"A123456","event_id":"Ev1","event":%s}""".formatted(event);
        assertThat(edge.sends(body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"conversations_history, 1", "composer, 0"})
    void aLinkCountsOnceItsMessageIsSent(String source, int taken) throws Exception {
        happens("""
                {"type":"link_shared","user":"U1","channel":"C1","message_ts":"1.2","event_ts":"1.3","source":"%s",
                 "links":[{"url":"%s","domain":"acme.semaphoreci.com"}]}""".formatted(source, PIPELINE));
        assertThat(edge.intake.taken()).hasSize(taken);
    }

    @ParameterizedTest
    @CsvSource({"home, 1", "messages, 0"})
    void onlyTheHomeTabIsDrawnWhenItIsOpened(String tab, int taken) throws Exception {
        happens("""
                {"type":"app_home_opened","user":"U1","channel":"D1","event_ts":"1.3","tab":"%s"}""".formatted(tab));
        assertThat(edge.intake.taken()).hasSize(taken);
    }

    private Place shortcutOn(String message) throws Exception {
        var reply = edge.sends(SlackRequestBodies.payload("""
                {"type":"message_action","callback_id":"act_on_pipeline","action_ts":"1.9","trigger_id":"7.8.9",
                 "team":{"id":"T0001"},"user":{"id":"U1","name":"dana","team_id":"T0001"},"channel":{"id":"C1"},
                 "message_ts":"1.2","response_url":"%s","message":%s}""".formatted(SlackRequestBodies.HOOK, message)));
        assertThat(reply.status()).isEqualTo(200);
        return edge.intake.only().place();
    }

    @Test
    void inAThreadTheMenuIsAnsweredThere() throws Exception {
        assertThat(shortcutOn("{\"ts\":\"1.2\",\"thread_ts\":\"1.1\",\"text\":\"<" + PIPELINE + ">\"}"))
                .isEqualTo(new Place("C1", "1.1"));
    }

    /** Slack says of such a message that it is in its own thread; who looks at the channel would not see an answer there. */
    @Test
    void ofAMessageThatAThreadBeganWithTheMenuIsAnsweredInTheChannel() throws Exception {
        assertThat(shortcutOn("{\"ts\":\"1.2\",\"thread_ts\":\"1.2\",\"text\":\"<" + PIPELINE + ">\"}"))
                .isEqualTo(Place.channel("C1"));
    }
}
