package dev.signalman.slack.outbound;

import java.util.List;

/** The Web API methods that the bot calls, and the scopes that they need (docs/slack.md). */
public enum SlackMethod {
    WHO_AM_I("auth.test"),
    /** Needs the app-level token, whose only scope is {@code connections:write}. */
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

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> scopes;

    SlackMethod(String word, String... scopes) {
        this.word = word;
        this.scopes = List.of(scopes);
    }

    /** Whether it only reads, so it may be repeated after a lost answer. */
    boolean reads() {
        return switch (this) {
            case WHO_AM_I, DESCRIBE_PERSON, FIND_BY_EMAIL, LIST_GROUPS, LIST_GROUP, DESCRIBE_CHANNEL -> true;
            case OPEN_SOCKET, POST, UPDATE, WHISPER, UNFURL, PUBLISH, OPEN_VIEW, UPDATE_VIEW -> false;
        };
    }

    public String word() {
        return word;
    }

    /** All scopes that its uses need. */
    public List<String> scopes() {
        return scopes;
    }
}
