package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BOB;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static dev.signalman.simulator.slack.SlackFixture.BUTTONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IssuedResponseUrlsTest {
    private final SlackFixture at = new SlackFixture();

    IssuedResponseUrlsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private String ofCommand() {
        at.slack.says(ALICE, BUILDS, "/semaphore status web");
        return at.bot.field("response_url");
    }

    private String ofPress(PostedMessage message) {
        at.slack.presses(ALICE, message, "Rerun");
        return at.bot.payload().path("response_url").asText();
    }

    private static HttpResponse<String> respond(String url, String json) throws Exception {
        return SlackFixture.respond(url, json);
    }

    @Test
    void anAnswerIsForTheOneWhoAskedUnlessSaidOtherwise() throws Exception {
        var url = ofCommand();

        assertThat(respond(url, "{\"text\":\"quiet\"}").statusCode()).isEqualTo(200);
        assertThat(respond(url, "{\"text\":\"loud\",\"response_type\":\"in_channel\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .extracting(PostedMessage::text)
                .containsExactly("quiet", "loud");
        assertThat(at.slack.visibleTo(BOB, BUILDS))
                .extracting(PostedMessage::text)
                .containsExactly("loud");
    }

    @Test
    void theSixthUseIsRefused() throws Exception {
        var url = ofCommand();
        for (int i = 0; i < 5; i++) {
            respond(url, "{\"text\":\"x\"}");
        }

        var sixth = respond(url, "{\"text\":\"x\"}");

        assertThat(sixth.statusCode()).isEqualTo(404);
        assertThat(sixth.body()).isEqualTo("used_url");
        assertThat(at.slack.messages(BUILDS)).hasSize(5);
    }

    @Test
    void afterThirtyMinutesItIsExpired() throws Exception {
        var url = ofCommand();
        at.clock.move(Duration.ofMinutes(30).plusSeconds(1));

        assertThat(respond(url, "{\"text\":\"x\"}").body()).isEqualTo("expired_url");
    }

    @Test
    void theMessageThatWasPressedCanBeReplacedAndDeleted() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);
        var url = ofPress(message);

        respond(url, "{\"replace_original\":true,\"text\":\"Rerunning\",\"blocks\":[]}");
        assertThat(at.slack.now(message).text()).isEqualTo("Rerunning");
        assertThat(at.slack.now(message).buttons()).isEmpty();

        respond(url, "{\"delete_original\":true}");
        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    @Test
    void anEphemeralMessageStaysEphemeralWhenReplaced() throws Exception {
        at.methods()
                .chatPostEphemeral(r -> r.channel(BUILDS).user(ALICE).text("x").blocksAsString(BUTTONS));

        respond(
                ofPress(at.last(BUILDS)),
                "{\"replace_original\":true,\"response_type\":\"in_channel\",\"text\":\"y\"}");

        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .extracting(PostedMessage::text)
                .containsExactly("y");
        assertThat(at.slack.visibleTo(BOB, BUILDS)).isEmpty();
    }

    @Test
    void aCommandHasNoOriginalToReplace() throws Exception {
        var url = ofCommand();
        respond(url, "{\"text\":\"Looking up\"}");

        respond(url, "{\"replace_original\":true,\"text\":\"Found\"}");

        assertThat(at.slack.messages(BUILDS)).extracting(PostedMessage::text).containsExactly("Looking up", "Found");
    }

    @Test
    void itReachesChannelsThatTheBotIsNotIn() throws Exception {
        at.slack.says(ALICE, "C0SECRET", "/semaphore status web");

        respond(at.bot.field("response_url"), "{\"text\":\"x\",\"response_type\":\"in_channel\"}");

        assertThat(at.slack.messages("C0SECRET")).hasSize(1);
    }

    @Test
    void whatSlackRefusesIsRefusedHereToo() throws Exception {
        var answer = respond(ofCommand(), "{\"text\":\"x\",\"blocks\":[{\"type\":\"nonsense\"}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("invalid_blocks");
        assertThat(respond(ofCommand(), "not json").body()).isEqualTo("invalid_payload");
    }
}
