package dev.signalman.port;

/** Hears of channels in which Slack takes no message: archived ones, and those that the bot has left. */
@FunctionalInterface
public interface ClosedChannelListener {
    /**
     * A message was refused, and will not be tried again.
     *
     * @param why what Slack said
     * @throws dev.signalman.dispatch.IntakeFailedException when it cannot be written down; then the message is tried again
     */
    void refused(String channel, String why);
}
