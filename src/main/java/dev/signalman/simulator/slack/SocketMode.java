package dev.signalman.simulator.slack;

import java.util.Set;

/**
 * How the app stands to Socket Mode.
 *
 * @param appToken the app-level token; it opens sockets and nothing else
 * @param scopes what that token may do
 * @param on whether Slack delivers over sockets, and over nothing else then
 */
public record SocketMode(String appToken, Set<String> scopes, boolean on) {
    static final String SCOPE = "connections:write";
    private static final String TOKEN = "xapp-simulated-app-token";

    /** Copies the set. */
    public SocketMode {
        scopes = Set.copyOf(scopes);
    }

    /** Switched on, with a token that may open sockets. */
    public static SocketMode switchedOn() {
        return new SocketMode(TOKEN, Set.of(SCOPE), true);
    }

    /** Switched off. */
    public static SocketMode switchedOff() {
        return new SocketMode(TOKEN, Set.of(SCOPE), false);
    }

    @Override
    public String toString() {
        return "SocketMode " + (on ? "on" : "off");
    }
}
