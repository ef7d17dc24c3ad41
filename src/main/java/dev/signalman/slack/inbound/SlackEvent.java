package dev.signalman.slack.inbound;

import java.util.Arrays;
import java.util.List;

/** The events that the app subscribes to, and the scopes that the bot's token needs to be sent them (docs/slack.md, "Events"). */
public enum SlackEvent {
    MENTION("app_mention", "app_mentions:read"),
    HOME_OPENED("app_home_opened"),
    LINK_SHARED("link_shared", "links:read");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes
    private final List<String> scopes;

    SlackEvent(String word, String... scopes) {
        this.word = word;
        this.scopes = List.of(scopes);
    }

    /** Whether an event of that name is subscribed to. */
    static boolean heard(String word) {
        return Arrays.stream(values()).anyMatch(event -> event.word.equals(word));
    }

    /** As Slack names it. */
    public String word() {
        return word;
    }

    /** All that it needs. */
    public List<String> scopes() {
        return scopes;
    }
}
