package dev.signalman.port;

/** Receives channels in which Slack accepts no messages, e.g. archived ones or those that the bot has left. */
@FunctionalInterface
public interface ClosedChannelListener {
    /**
     * Called when Slack refused a message, which is not sent again.
     *
     * @param why Slack's error
     * @throws dev.signalman.dispatch.IntakeFailedException when it cannot be recorded; the message is then sent again
     */
    void refused(String channel, String why);
}
