package dev.signalman.chat;

import org.jspecify.annotations.Nullable;

/**
 * Sends messages to Slack. Each call makes one request, without retries or waiting, and throws a
 * {@link MessengerException} if it fails.
 */
public interface Messenger {
    /**
     * Posts a message.
     *
     * @param channel the channel's id, or a person's id for their direct messages with the bot
     * @param thread null to post outside threads
     */
    Posted post(String channel, @Nullable String thread, RenderedCard renderedCard);

    /** Replaces one of the bot's messages. */
    void update(String channel, String timestamp, RenderedCard renderedCard);

    /** Posts an ephemeral message to one person. */
    void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard);

    /**
     * Posts an ephemeral answer through a {@code response_url}.
     *
     * @param replace whether it replaces the message that was pressed
     */
    void respond(String responseUrl, RenderedCard renderedCard, boolean replace);

    /**
     * The address of a message.
     *
     * @param channel the id with which it can be updated; for direct messages never the person's id
     * @param timestamp identifies it in its channel
     */
    record Posted(String channel, String timestamp) {}

    /** The name of a channel, without the number sign; empty when it has none, or the bot does not see it. */
    String channelName(String channel);

    /** Looks up whether the bot may post in a channel, and who reads it. */
    Reach reach(String channel);

    /**
     * The bot's access to a channel.
     *
     * @param mayPost whether the bot can post there
     * @param member whether the bot is a member; it can post to public channels without
     * @param shared whether people of other organizations read it; true if unknown
     */
    record Reach(boolean mayPost, boolean member, boolean shared) {}
}
