package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static dev.signalman.simulator.slack.SlackFixture.BUTTONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChatUpdateTest {
    private static final String RICH = """
            [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
              {"type":"text","text":"web failed"}]}]}]""";

    private final SlackFixture at = new SlackFixture();

    ChatUpdateTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private String update(String ts, String text, String more) throws Exception {
        return at.call(
                        "chat.update",
                        "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"%s\"%s}".formatted(BUILDS, ts, text, more))
                .path("error")
                .asText("fine");
    }

    @Test
    void anUpdateReplacesWhatIsSaidAndKeepsWhatWasSaid() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThat(update(message.ts(), "web passed", ",\"blocks\":" + RICH)).isEqualTo("fine");

        var now = at.slack.now(message);
        assertThat(now.text()).isEqualTo("web passed");
        assertThat(now.buttons()).isEmpty();
        assertThat(now.earlier()).extracting(PostedMessage.Version::text).containsExactly("web failed");
    }

    @Test
    void textWithoutBlocksTakesTheBlocksAway() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThat(update(message.ts(), "done", "")).isEqualTo("fine");

        assertThat(at.slack.now(message).blocks()).isEmpty();
    }

    @Test
    void richTextStaysRichText() throws Exception {
        var message = at.posted(BUILDS, RICH);

        assertThat(update(message.ts(), "done", ",\"blocks\":" + BUTTONS)).isEqualTo("block_mismatch");
        assertThat(update(message.ts(), "done", ",\"blocks\":" + RICH)).isEqualTo("fine");
    }

    @Test
    void whatIsNotTheBotsOrNotThereCannotBeUpdated() throws Exception {
        at.methods().chatPostEphemeral(r -> r.channel(BUILDS).user(ALICE).text("only you"));
        var ephemeral = at.last(BUILDS);

        assertThat(update(ephemeral.ts(), "x", "")).isEqualTo("message_not_found");
        assertThat(update("1.000000", "x", "")).isEqualTo("message_not_found");
    }

    @Test
    void anUpdateHasLessRoomThanAPost() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThat(update(message.ts(), "x".repeat(4_001), "")).isEqualTo("msg_too_long");
        assertThat(at.call("chat.postMessage", "{\"channel\":\"C0BUILDS\",\"text\":\"" + "x".repeat(4_001) + "\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aDeletedMessageIsGone() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThat(at.methods()
                        .chatDelete(r -> r.channel(BUILDS).ts(message.ts()))
                        .isOk())
                .isTrue();

        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    @Test
    void aPermalinkNamesChannelAndMessage() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThat(at.methods()
                        .chatGetPermalink(r -> r.channel(BUILDS).messageTs(message.ts()))
                        .getPermalink())
                .isEqualTo("https://acme.slack.com/archives/C0BUILDS/p"
                        + message.ts().replace(".", ""));
    }
}
