package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChatMethodsTest {
    private final SlackFixture at = new SlackFixture();

    ChatMethodsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aPostedMessageIsSeenByAllInTheChannel() throws Exception {
        var answer = at.methods().chatPostMessage(r -> r.channel(BUILDS).text("web passed"));

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.getMessage().getBotId()).isEqualTo("B0SIGNALMAN");
        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .extracting(PostedMessage::text, PostedMessage::ts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("web passed", answer.getTs()));
    }

    @Test
    void timestampsRiseAlthoughTheClockStands() throws Exception {
        var one = at.methods().chatPostMessage(r -> r.channel(BUILDS).text("one"));
        var two = at.methods().chatPostMessage(r -> r.channel("#builds").text("two"));

        assertThat(one.getTs()).matches("\\d{10}\\.\\d{6}").isLessThan(two.getTs());
    }

    @Test
    void aPrivateChannelIsUnknownToABotThatIsNoMember() throws Exception {
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel("C0SECRET").text("x"))
                        .getError())
                .isEqualTo("channel_not_found");
        at.slack.invite("C0SECRET");
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel("C0SECRET").text("x"))
                        .isOk())
                .isTrue();
    }

    @Test
    void aPublicChannelNeedsMembershipOrItsOwnScope() throws Exception {
        at.slack.kick(BUILDS);
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel(BUILDS).text("x"))
                        .isOk())
                .isTrue();

        try (var strict = new SlackFixture(AppInstallation.usual().granting(Set.of("chat:write")))) {
            strict.slack.kick(BUILDS);
            assertThat(strict.methods()
                            .chatPostMessage(r -> r.channel(BUILDS).text("x"))
                            .getError())
                    .isEqualTo("not_in_channel");
        }
    }

    @Test
    void aMessageToAPersonOpensTheDirectMessage() throws Exception {
        var answer = at.methods().chatPostMessage(r -> r.channel(ALICE).text("psst"));

        assertThat(answer.getChannel()).isEqualTo(at.slack.direct(ALICE).id());
        assertThat(at.slack.visibleTo(ALICE, answer.getChannel())).hasSize(1);
    }

    @Test
    void emptyArchivedAndThreadlessPostsAreRefused() throws Exception {
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel(BUILDS).text(" "))
                        .getError())
                .isEqualTo("no_text");
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel("C0OLD").text("x"))
                        .getError())
                .isEqualTo("is_archived");
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel(BUILDS).text("x").threadTs("1.000000"))
                        .getError())
                .isEqualTo("thread_not_found");
        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    @Test
    void aReplyStandsInTheThreadOfItsParentAndHasNone() throws Exception {
        var parent = at.methods().chatPostMessage(r -> r.channel(BUILDS).text("parent"));
        var reply = at.methods()
                .chatPostMessage(r -> r.channel(BUILDS).text("reply").threadTs(parent.getTs()));

        assertThat(at.last(BUILDS).threadTs()).isEqualTo(parent.getTs());
        assertThat(at.methods()
                        .chatPostMessage(r -> r.channel(BUILDS).text("x").threadTs(reply.getTs()))
                        .getError())
                .isEqualTo("cannot_reply_to_message");
    }

    @Test
    void anEphemeralMessageIsSeenByOneMemberAlone() throws Exception {
        at.methods().chatPostEphemeral(r -> r.channel(BUILDS).user(ALICE).text("only you"));

        assertThat(at.slack.visibleTo(ALICE, BUILDS)).hasSize(1);
        assertThat(at.slack.visibleTo("U0BOB", BUILDS)).isEmpty();
        assertThat(at.methods()
                        .chatPostEphemeral(
                                r -> r.channel(BUILDS).user("U0GUEST").text("x"))
                        .getError())
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void anEphemeralReplyIsShownToNobodyBeforeTheThreadHasBegun() throws Exception {
        var parent = at.posted(BUILDS, SlackFixture.BUTTONS);

        assertThat(whispered(parent)).isTrue();
        assertThat(at.slack.visibleTo(ALICE, BUILDS)).hasSize(1);

        at.slack.replies("U0BOB", parent, "looking");
        assertThat(whispered(parent)).isTrue();
        assertThat(at.slack.visibleTo(ALICE, BUILDS)).hasSize(3);
    }

    private boolean whispered(PostedMessage parent) throws Exception {
        return at.methods()
                .chatPostEphemeral(
                        r -> r.channel(BUILDS).user(ALICE).text("only you").threadTs(parent.ts()))
                .isOk();
    }

    @Test
    void blocksComeBackWithTheIdsThatWereLeftOut() throws Exception {
        var message = at.posted(BUILDS, "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"hi\"}}]");

        assertThat(message.blocks().get(0).path("block_id").asText()).isNotEmpty();
        assertThat(message.blocks().get(0).path("text").path("verbatim").isBoolean())
                .isTrue();
    }
}
