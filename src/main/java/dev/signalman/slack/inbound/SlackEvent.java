package dev.signalman.slack.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The events that the app subscribes to, and the scopes that the bot's token needs to be sent them (docs/slack.md, "Events"). */
public enum SlackEvent {
    MENTION("app_mention", "app_mention", "app_mentions:read"),
    DIRECT_MESSAGE("message.im", "message", "im:history"),
    HOME_OPENED("app_home_opened", "app_home_opened"),
    LINK_SHARED("link_shared", "link_shared", "links:read");

    private final String word;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes
    private final List<String> scopes;

    SlackEvent(String word, String type, String... scopes) {
        this.word = word;
        this.type = type;
        this.scopes = List.of(scopes);
    }

    /**
     * Whether an event is subscribed to and read. Of messages only new ones and changes are: Slack also sends that one was deleted, that
     * somebody joined, and much more.
     *
     * @param subtype empty for none
     */
    static boolean heard(String type, String subtype) {
        return Arrays.stream(values()).anyMatch(event -> event.type.equals(type))
                && (!type.equals(DIRECT_MESSAGE.type)
                        || Set.of("", "message_changed").contains(subtype));
    }

    /** As the manifest names it; the event itself may have a wider type. */
    public String word() {
        return word;
    }

    /** All that it needs. */
    public List<String> scopes() {
        return scopes;
    }
}
