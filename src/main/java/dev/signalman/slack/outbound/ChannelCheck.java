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
                        "Signalman isn't a member, so it can answer questions here but not act.",
                        "To let it act and post here, type /invite @Signalman.");
            case NOT_ALLOWED ->
                CheckResult.wrong(
                        CHANNEL,
                        "Slack refused to describe it (" + refused.getMessage() + ").",
                        "Fix the token and its scopes as described above.");
            default ->
                CheckResult.unknown(
                        CHANNEL,
                        "Slack didn't describe it (" + refused.getMessage() + ").",
                        "Try again in a few minutes.");
        };
    }

    private static List<CheckResult> findings(JsonNode channel) {
        var checkResults = new ArrayList<CheckResult>();
        if (is(channel, "is_archived")) {
            checkResults.add(CheckResult.wrong(CHANNEL, "It is archived, so nobody can post here.", "Unarchive it."));
        } else if (is(channel, "is_im") || is(channel, "is_mpim")) {
            checkResults.add(CheckResult.fine(CHANNEL, "A conversation with Signalman."));
        } else if (is(channel, "is_member")) {
            checkResults.add(CheckResult.fine(CHANNEL, "Signalman is a member."));
        } else {
            checkResults.add(CheckResult.worthALook(
                    CHANNEL,
                    "Signalman isn't a member, but can post in public channels.",
                    "To use mentions here, type /invite @Signalman."));
        }
        if (is(channel, "is_ext_shared") || is(channel, "is_pending_ext_shared")) {
            checkResults.add(CheckResult.worthALook(
                    "this channel's readers",
                    "People of other organizations can read it, so no logs are shown here. They can't use commands.",
                    "If that isn't intended, use another channel."));
        }
        return checkResults;
    }

    private static boolean is(JsonNode channel, String flag) {
        return channel.path(flag).asBoolean(false);
    }
}
