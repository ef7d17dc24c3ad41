package dev.signalman.simulator.slack;

import java.util.Set;

/**
 * How the app stands to Socket Mode.
 *
 * @param appToken the app-level token; it opens sockets and nothing else
 * @param scopes what that token may do
 * @param on whether Slack delivers over sockets, and over nothing else then
 */
public record SocketModeSettings(String appToken, Set<String> scopes, boolean on) {
    static final String SCOPE = "connections:write";
    private static final String TOKEN = "xapp-simulated-app-token";

    /** Copies the set. */
    public SocketModeSettings {
        scopes = Set.copyOf(scopes);
    }

    /** Switched on, with a token that may open sockets. */
    public static SocketModeSettings switchedOn() {
        return new SocketModeSettings(TOKEN, Set.of(SCOPE), true);
    }

    /** Switched off. */
    public static SocketModeSettings switchedOff() {
        return new SocketModeSettings(TOKEN, Set.of(SCOPE), false);
    }

    @Override
    public String toString() {
        return "SocketMode " + (on ? "on" : "off");
    }
}
