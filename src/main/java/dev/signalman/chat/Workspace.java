package dev.signalman.chat;

/** The workspace in which the bot is installed. */
public interface Workspace {
    /**
     * Slack's id of the workspace, or of the organization if the bot is installed on all of it. Equal for everybody.
     *
     * @throws MessengerException when Slack fails
     */
    String id();
}
