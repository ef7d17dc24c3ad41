package dev.signalman.slack.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The events that the app subscribes to, and the token scopes that they require (docs/slack.md, "Events"). */
public enum SlackEvent {
    MENTION("app_mention", "app_mention", "app_mentions:read"),
    DIRECT_MESSAGE("message.im", "message", "im:history"),
    HOME_OPENED("app_home_opened", "app_home_opened"),
    LINK_SHARED("link_shared", "link_shared", "links:read"),
    JOINED("member_joined_channel", "member_joined_channel", "channels:read", "groups:read");

    private final String word;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> scopes;

    SlackEvent(String word, String type, String... scopes) {
        this.word = word;
        this.type = type;
        this.scopes = List.of(scopes);
    }

    /**
     * Whether the bot reads an event. Of messages it reads only new and changed ones; Slack also sends deletions, joins
     * and more.
     *
     * @param subtype empty for none
     */
    static boolean heard(String type, String subtype) {
        return Arrays.stream(values()).anyMatch(event -> event.type.equals(type))
                && (!type.equals(DIRECT_MESSAGE.type)
                        || Set.of("", "message_changed").contains(subtype));
    }

    /** The name in the manifest; the event's type may be wider. */
    public String word() {
        return word;
    }

    /** The required scopes. */
    public List<String> scopes() {
        return scopes;
    }
}
