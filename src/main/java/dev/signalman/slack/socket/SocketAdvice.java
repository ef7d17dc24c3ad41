package dev.signalman.slack.socket;

import dev.signalman.chat.MessengerException;
import java.util.Map;

/** Advice on Slack's refusals to open a socket. */
final class SocketAdvice {
    private static final Map<String, String> BY_WORD = Map.of(
            "invalid_auth", "check SLACK_APP_TOKEN (Basic Information, App-Level Tokens)",
            "not_authed", "set SLACK_APP_TOKEN",
            "token_revoked", "create a new app-level token and set it as SLACK_APP_TOKEN",
            "not_allowed_token_type", "SLACK_APP_TOKEN must be the app-level token, which starts with xapp-",
            "missing_scope", "create an app-level token with connections:write and set it as SLACK_APP_TOKEN",
            "no_permission", "create an app-level token with connections:write and set it as SLACK_APP_TOKEN",
            "socket_mode_not_enabled", "turn on Socket Mode in the app's settings");

    private SocketAdvice() {}

    /** Slack's words and ours. */
    static String on(MessengerException refused) {
        var words = String.valueOf(refused.getMessage());
        if (refused.kind() == MessengerException.Kind.UNREACHABLE && words.startsWith("Slack ")) {
            return words; // our own complete sentence
        }
        var advice = BY_WORD.get(words.split(";", 2)[0].strip());
        return advice == null ? "Slack says " + words : "Slack says " + words + "; " + advice;
    }

    /** A code of Slack's that is safe to print. */
    static String plain(String word) {
        return word.matches("[a-z_]{1,40}") ? word : "something else";
    }
}
