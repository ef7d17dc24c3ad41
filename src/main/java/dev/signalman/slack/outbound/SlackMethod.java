package dev.signalman.slack.outbound;

import java.util.List;

/** The methods of Slack's Web API that are called, and the scopes that the bot's token needs for them (docs/slack.md). */
public enum SlackMethod {
    WHO_AM_I("auth.test"),
    /** With the app-level token, whose one scope is {@code connections:write}. */
    OPEN_SOCKET("apps.connections.open"),
    POST("chat.postMessage", "chat:write", "chat:write.public"),
    UPDATE("chat.update", "chat:write"),
    WHISPER("chat.postEphemeral", "chat:write"),
    UNFURL("chat.unfurl", "links:write"),
    PUBLISH("views.publish"),
    OPEN_VIEW("views.open"),
    UPDATE_VIEW("views.update"),
    DESCRIBE_PERSON("users.info", "users:read"),
    FIND_BY_EMAIL("users.lookupByEmail", "users:read.email"),
    LIST_GROUPS("usergroups.list", "usergroups:read"),
    LIST_GROUP("usergroups.users.list", "usergroups:read"),
    DESCRIBE_CHANNEL("conversations.info", "channels:read", "groups:read", "im:read", "mpim:read");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes
    private final List<String> scopes;

    SlackMethod(String word, String... scopes) {
        this.word = word;
        this.scopes = List.of(scopes);
    }

    /** Whether it changes nothing, so that it may be called again when nobody knows whether the first call came through. */
    boolean reads() {
        return switch (this) {
            case WHO_AM_I, DESCRIBE_PERSON, FIND_BY_EMAIL, LIST_GROUPS, LIST_GROUP, DESCRIBE_CHANNEL -> true;
            case OPEN_SOCKET, POST, UPDATE, WHISPER, UNFURL, PUBLISH, OPEN_VIEW, UPDATE_VIEW -> false;
        };
    }

    /** As Slack names it. */
    public String word() {
        return word;
    }

    /** All that it needs, whatever it is called for. */
    public List<String> scopes() {
        return scopes;
    }
}
