package dev.signalman.chat;

/** Where the bot is at home. */
public interface Workspace {
    /**
     * Slack's id of the workspace in which it is installed, or of the organisation when it is installed on all of that; the same
     * for everybody.
     *
     * @throws MessengerException when Slack does not say
     */
    String id();
}
