package dev.signalman.simulator.slack;

import java.util.Set;

/**
 * The app's Socket Mode settings.
 *
 * @param appToken the app-level token, only for opening sockets
 * @param scopes the token's scopes
 * @param on whether Slack delivers over sockets only
 */
public record SocketModeSettings(String appToken, Set<String> scopes, boolean on) {
    static final String SCOPE = "connections:write";
    private static final String TOKEN = "xapp-simulated-app-token";

    /** Copies the set. */
    public SocketModeSettings {
        scopes = Set.copyOf(scopes);
    }

    public static SocketModeSettings switchedOn() {
        return new SocketModeSettings(TOKEN, Set.of(SCOPE), true);
    }

    public static SocketModeSettings switchedOff() {
        return new SocketModeSettings(TOKEN, Set.of(SCOPE), false);
    }

    @Override
    public String toString() {
        return "SocketMode " + (on ? "on" : "off");
    }
}
