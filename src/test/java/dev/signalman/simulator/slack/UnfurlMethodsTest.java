package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static dev.signalman.simulator.slack.SlackFixture.SECRET;
import static dev.signalman.simulator.slack.SlackFixture.SHARED;
import static dev.signalman.simulator.slack.SlackFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links that people paste, their events and previews, and message shortcuts. */
final class UnfurlMethodsTest {
    private static final String MINE = "https://acme.semaphoreci.com/jobs/1";
    private static final String PLAIN = section("plain_text");

    private final SlackFixture at = new SlackFixture();

    UnfurlMethodsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private static String section(String type) {
        return "[{\"type\":\"section\",\"text\":{\"type\":\"" + type + "\",\"text\":\"web passed\"}}]";
    }

    private String unfurl(PostedMessage message, String url, String blocks) throws Exception {
        return at.call(
                        "chat.unfurl",
                        "{\"channel\":\"%s\",\"ts\":\"%s\",\"unfurls\":{\"%s\":{\"blocks\":%s}}}"
                                .formatted(message.channel(), message.ts(), url, blocks))
                .path("error")
                .asText("fine");
    }

    private PostedMessage pasted(String text) {
        at.slack.writes(ALICE, BUILDS, text);
        return at.last(BUILDS);
    }

    @Test
    void theBotIsToldOfLinksOfItsDomainsAlone() {
        at.slack.writes(ALICE, BUILDS, "see " + MINE + " and https://elsewhere.example/x");

        var event = at.bot.event().path("event");
        assertThat(event.path("type").asText()).isEqualTo("link_shared");
        assertThat(event.path("links").findValuesAsText("url")).containsExactly(MINE);
        assertThat(at.slack.writes(ALICE, BUILDS, "https://semaphoreci.com.evil.example/"))
                .isEmpty();
    }

    @Test
    void theBotIsToldWhereItIsNoMemberAndNotWhatPeopleOfOtherWorkspacesPaste() {
        at.slack.writes(ALICE, SECRET, MINE);

        assertThat(at.bot.event().path("event").path("is_bot_user_member").asBoolean())
                .isFalse();
        assertThat(at.slack.writes(STRANGER, SHARED, MINE)).isEmpty();
    }

    @Test
    void somethingIsShownUnderALinkThatStandsThere() throws Exception {
        var message = pasted("see " + MINE);

        assertThat(unfurl(message, MINE, PLAIN)).isEqualTo("fine");

        assertThat(at.slack.now(message).drawn()).contains("| web passed");
    }

    @Test
    void nothingIsShownUnderWhatDoesNotStandThereOrIsNotOfItsDomains() throws Exception {
        var message = pasted("see " + MINE + " and https://elsewhere.example/x");

        assertThat(unfurl(message, MINE + "?other", PLAIN)).isEqualTo("cannot_unfurl_url");
        assertThat(unfurl(message, "https://elsewhere.example/x", PLAIN)).isEqualTo("cannot_unfurl_url");
        assertThat(unfurl(at.posted(BUILDS, SlackFixture.BUTTONS), MINE, PLAIN)).isEqualTo("cannot_unfurl_url");
        assertThat(at.slack.now(message).unfurls()).isEmpty();
    }

    @Test
    void richTextIsNotShownUnderALink() throws Exception {
        var rich = "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"text\",\"text\":\"web passed\"}]}]}]";

        assertThat(unfurl(pasted(MINE), MINE, rich)).isEqualTo("invalid_blocks");
    }

    @Test
    void peopleOfOtherWorkspacesHaveNoneOfTheAppsShortcuts() throws Exception {
        var message = at.posted(SHARED, SlackFixture.BUTTONS);

        assertThatThrownBy(() -> at.slack.shortcut(STRANGER, message, "act_on_pipeline"))
                .isInstanceOf(ImpossibleActionError.class);
        assertThat(at.slack.shortcut(ALICE, message, "act_on_pipeline").taken()).isTrue();
    }
}
