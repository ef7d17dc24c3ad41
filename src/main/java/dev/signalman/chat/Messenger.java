package dev.signalman.chat;

import org.jspecify.annotations.Nullable;

/** Sends to Slack. Each call reaches the network once, waits for nothing and repeats nothing; it fails with a {@link MessengerException}. */
public interface Messenger {
    /**
     * Posts a message.
     *
     * @param channel its id, or a person's for their direct message with the bot
     * @param thread null to post outside threads
     */
    Posted post(String channel, @Nullable String thread, RenderedCard renderedCard);

    /** Replaces a message of the bot. */
    void update(String channel, String timestamp, RenderedCard renderedCard);

    /** Shows a message to one person alone. */
    void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard);

    /**
     * Answers through a {@code response_url}, seen by the asker alone.
     *
     * @param replace whether it takes the place of the message that was pressed
     */
    void respond(String responseUrl, RenderedCard renderedCard, boolean replace);

    /**
     * Where a message stands.
     *
     * @param channel the id by which it can be changed; of a direct message that is never the person's
     * @param timestamp names it in its channel
     */
    record Posted(String channel, String timestamp) {}

    /** Whether the bot may post in a channel, and who reads it. */
    Reach reach(String channel);

    /**
     * What is known of a channel.
     *
     * @param mayPost whether the bot can post there
     * @param member whether the bot is in it; public channels take its messages all the same
     * @param shared whether people of other organisations read it; true when Slack cannot say
     */
    record Reach(boolean mayPost, boolean member, boolean shared) {}
}
