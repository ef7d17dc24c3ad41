package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import okhttp3.FormBody;

/** Checks the channel in which somebody asks: whether the bot is a member, may post, and who can read along. */
public final class ChannelCheck implements Check {
    private static final String CHANNEL = "this channel";

    private final SlackWebApi slack;

    @Inject
    ChannelCheck(SlackWebApi slack) {
        this.slack = slack;
    }

    @Override
    public String about() {
        return CHANNEL;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var channel = checkContext.channel();
        if (channel == null) {
            return List.of();
        }
        try {
            var form = new FormBody.Builder().add("channel", channel).build();
            return findings(slack.call(SlackMethod.DESCRIBE_CHANNEL, form).path("channel"));
        } catch (MessengerException refused) {
            return List.of(refused(refused));
        }
    }

    private static CheckResult refused(MessengerException refused) {
        return switch (refused.kind()) {
            case NO_PLACE ->
                CheckResult.worthALook(
                        CHANNEL,
                        "I am no member here, so questions are answered and nothing else is done.",
                        "Say /invite @Signalman if I am to act and post here.");
            case NOT_ALLOWED ->
                CheckResult.wrong(
                        CHANNEL,
                        "Slack does not tell me about it (" + refused.getMessage() + ").",
                        "Mend the token and its scopes; the lines about them say how.");
            default ->
                CheckResult.unknown(
                        CHANNEL,
                        "Slack did not tell me about it (" + refused.getMessage() + ").",
                        "Ask again in a while.");
        };
    }

    private static List<CheckResult> findings(JsonNode channel) {
        var checkResults = new ArrayList<CheckResult>();
        if (is(channel, "is_archived")) {
            checkResults.add(CheckResult.wrong(CHANNEL, "It is archived, so nobody can post here.", "Unarchive it."));
        } else if (is(channel, "is_im") || is(channel, "is_mpim")) {
            checkResults.add(CheckResult.fine(CHANNEL, "A conversation with me."));
        } else if (is(channel, "is_member")) {
            checkResults.add(CheckResult.fine(CHANNEL, "I am a member."));
        } else {
            checkResults.add(CheckResult.worthALook(
                    CHANNEL,
                    "I am no member; in public channels I can post all the same.",
                    "Say /invite @Signalman if people shall mention me here."));
        }
        if (is(channel, "is_ext_shared") || is(channel, "is_pending_ext_shared")) {
            checkResults.add(CheckResult.worthALook(
                    "who reads this channel",
                    "People of other organisations read it, so I show no logs here, and they can do nothing.",
                    "Nothing, if that is meant; else use another channel."));
        }
        return checkResults;
    }

    private static boolean is(JsonNode channel, String flag) {
        return channel.path(flag).asBoolean(false);
    }
}
