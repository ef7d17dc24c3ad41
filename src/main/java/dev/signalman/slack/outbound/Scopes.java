package dev.signalman.slack.outbound;

import java.util.List;

/** The scopes in the app's manifest, each with what fails without it. */
public enum Scopes {
    COMMANDS("commands", true, "/semaphore"),
    APP_MENTIONS_READ("app_mentions:read", false, "@Signalman in channels and threads"),
    CHAT_WRITE("chat:write", true, "every card, and what is told to one person"),
    CHAT_WRITE_PUBLIC("chat:write.public", false, "cards in public channels that nobody invited me to"),
    LINKS_READ("links:read", false, "how pipelines stand, under links that people paste: I do not hear of them"),
    LINKS_WRITE("links:write", false, "how pipelines stand, under links that people paste: I cannot show it"),
    USERS_READ("users:read", true, "everything that acts: I cannot tell who is a full member"),
    USERS_READ_EMAIL(
            "users:read.email", false, "mentions of those whose pipeline failed: I cannot tell who they are here"),
    USERGROUPS_READ("usergroups:read", true, "rules in signalman.yml that name a user group"),
    CHANNELS_READ("channels:read", true, "everything that acts in public channels: I cannot tell whether I may post"),
    GROUPS_READ("groups:read", true, "everything that acts in private channels: I cannot tell whether I may post"),
    IM_READ("im:read", true, "everything that acts in direct messages: I cannot tell whether I may post"),
    IM_HISTORY("im:history", false, "answers to what people write to me directly: I do not hear of it"),
    MPIM_READ("mpim:read", false, "everything that acts in group direct messages: I cannot tell whether I may post");

    private final String word;
    private final boolean needed;
    private final String feature;

    Scopes(String word, boolean needed, String feature) {
        this.word = word;
        this.needed = needed;
        this.feature = feature;
    }

    public String word() {
        return word;
    }

    /** Whether a command fails without it; other scopes are optional. */
    boolean needed() {
        return needed;
    }

    String feature() {
        return feature;
    }

    static List<Scopes> missingIn(List<String> granted) {
        return List.of(values()).stream()
                .filter(scope -> !granted.contains(scope.word))
                .toList();
    }
}
