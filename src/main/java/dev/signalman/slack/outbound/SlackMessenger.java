package dev.signalman.slack.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.chat.RenderedCard;
import jakarta.inject.Inject;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages by Slack's Web API. Blocks are sent as the JSON they came in; links are not unfurled and names not
 * linked.
 */
public final class SlackMessenger implements Messenger {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final SlackWebApi slack;
    private final ChannelPermissions channelPermissions;
    private final ResponseUrlAllowlist responseUrlAllowlist;

    /** Posts only to response URLs on the allowlist. */
    @Inject
    public SlackMessenger(
            SlackWebApi slack, ChannelPermissions channelPermissions, ResponseUrlAllowlist responseUrlAllowlist) {
        this.slack = slack;
        this.channelPermissions = channelPermissions;
        this.responseUrlAllowlist = responseUrlAllowlist;
    }

    @Override
    public Posted post(String channel, @Nullable String thread, RenderedCard renderedCard) {
        var form =
                message(channel, thread, renderedCard).add("unfurl_links", "0").add("unfurl_media", "0");
        var answer = slack.call(SlackMethod.POST, form.build());
        var timestamp = answer.path("ts").asText("");
        if (timestamp.isEmpty()) {
            throw new MessengerException(Kind.UNREACHABLE, "Slack posted the message but didn't say where");
        }
        return new Posted(answer.path("channel").asText(channel), timestamp);
    }

    @Override
    public void update(String channel, String timestamp, RenderedCard renderedCard) {
        slack.call(
                SlackMethod.UPDATE,
                message(channel, null, renderedCard).add("ts", timestamp).build());
    }

    @Override
    public void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard) {
        slack.call(
                SlackMethod.WHISPER,
                message(channel, thread, renderedCard).add("user", userId).build());
    }

    @Override
    public void respond(String responseUrl, RenderedCard renderedCard, boolean replace) {
        if (!responseUrlAllowlist.trusts(responseUrl)) {
            throw new MessengerException(Kind.REFUSED, "The response_url is not Slack's");
        }
        var body = JSON.createObjectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", replace)
                .put("text", renderedCard.text());
        body.putRawValue("blocks", new RawValue(renderedCard.blocks()));
        try {
            slack.respond(responseUrl, JSON.writeValueAsString(body));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A message could not be written as JSON", broken);
        }
    }

    @Override
    public Reach reach(String channel) {
        return channelPermissions.reach(channel);
    }

    private static FormBody.Builder message(String channel, @Nullable String thread, RenderedCard renderedCard) {
        var form = new FormBody.Builder()
                .add("channel", channel)
                .add("text", renderedCard.text())
                .add("blocks", renderedCard.blocks())
                .add("link_names", "0")
                .add("parse", "none")
                .add("mrkdwn", "0");
        return thread == null ? form : form.add("thread_ts", thread);
    }
}
