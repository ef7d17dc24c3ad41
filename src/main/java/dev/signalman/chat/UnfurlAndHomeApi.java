package dev.signalman.chat;

/** What is shown in Slack beside messages. Each call is made once; a refusal is a {@link MessengerException}. */
public interface UnfurlAndHomeApi {
    /**
     * Shows something under a link in somebody's message.
     *
     * @param message the message's timestamp
     * @param link as it stands in the message
     */
    void unfurl(String channel, String message, String link, RenderedCard renderedCard);

    /**
     * Draws somebody's home tab anew.
     *
     * @param channel their direct message with the bot; presses on the tab bring it back
     */
    void publish(String userId, String channel, RenderedCard renderedCard);
}
