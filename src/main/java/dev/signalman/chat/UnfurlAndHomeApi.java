package dev.signalman.chat;

/**
 * Shows link previews and home tabs. Each call makes one request, and throws a {@link MessengerException} if it fails.
 */
public interface UnfurlAndHomeApi {
    /**
     * Shows a preview under a link in a message.
     *
     * @param message the message's timestamp
     * @param link the link as spelled in the message
     */
    void unfurl(String channel, String message, String link, RenderedCard renderedCard);

    /**
     * Publishes a person's home tab.
     *
     * @param channel their direct messages with the bot; presses on the tab return it
     */
    void publish(String userId, String channel, RenderedCard renderedCard);
}
