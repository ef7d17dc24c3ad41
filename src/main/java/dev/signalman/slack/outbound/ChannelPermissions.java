package dev.signalman.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.signalman.chat.Messenger.Reach;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import jakarta.inject.Inject;
import java.time.InstantSource;
import okhttp3.FormBody;

/**
 * What the bot may do in a channel, from {@code conversations.info}, cached for a minute. Slack answers
 * {@code channel_not_found} for private channels and conversations without the bot (docs/slack.md).
 */
public final class ChannelPermissions {
    private static final Channel NONE = new Channel(new Reach(false, false, true), "");

    private final SlackWebApi slack;
    private final Cache<String, Channel> channels;

    private record Channel(Reach reach, String name) {}

    @Inject
    public ChannelPermissions(SlackWebApi slack, InstantSource clock) {
        this.slack = slack;
        this.channels = SlackCaches.forAMinute(clock);
    }

    Reach reach(String channel) {
        return channels.get(channel, this::ask).reach();
    }

    String channelName(String channel) {
        return channels.get(channel, this::ask).name();
    }

    private Channel ask(String channel) {
        try {
            var form = new FormBody.Builder().add("channel", channel).build();
            return read(slack.call(SlackMethod.DESCRIBE_CHANNEL, form).path("channel"));
        } catch (MessengerException refused) {
            if (refused.kind() == Kind.NO_PLACE) {
                return NONE;
            }
            throw refused;
        }
    }

    private static Channel read(JsonNode channel) {
        if (!channel.isObject()) {
            return NONE;
        }
        boolean shared = is(channel, "is_ext_shared") || is(channel, "is_pending_ext_shared");
        boolean direct = is(channel, "is_im") || is(channel, "is_mpim");
        boolean open = direct || !(is(channel, "is_private") || is(channel, "is_group"));
        boolean member = direct || is(channel, "is_member");
        return new Channel(
                new Reach(!is(channel, "is_archived") && (member || open), member, shared),
                channel.path("name").asText());
    }

    private static boolean is(JsonNode channel, String flag) {
        return channel.path(flag).asBoolean(false);
    }
}
