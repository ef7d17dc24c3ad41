package dev.signalman.slack.outbound;

import java.util.List;

/** The scopes in the app's manifest, each with what fails without it. */
public enum SlackScope {
    COMMANDS("commands", true, "/semaphore"),
    APP_MENTIONS_READ("app_mentions:read", false, "@Signalman in channels and threads"),
    CHAT_WRITE("chat:write", true, "all cards and private answers"),
    CHAT_WRITE_PUBLIC("chat:write.public", false, "cards in public channels that Signalman wasn't invited to"),
    LINKS_READ("links:read", false, "previews of pasted Semaphore links"),
    LINKS_WRITE("links:write", false, "previews of pasted Semaphore links"),
    USERS_READ("users:read", true, "all actions, since membership can't be checked"),
    USERS_READ_EMAIL("users:read.email", false, "mentions of the authors of failed pipelines"),
    USERGROUPS_READ("usergroups:read", true, "rules in signalman.yml that name a user group"),
    CHANNELS_READ("channels:read", true, "actions in public channels, since posting rights can't be checked"),
    GROUPS_READ("groups:read", true, "actions in private channels, since posting rights can't be checked"),
    IM_READ("im:read", true, "actions in direct messages, since posting rights can't be checked"),
    IM_HISTORY("im:history", false, "answers to direct messages"),
    MPIM_READ("mpim:read", false, "actions in group direct messages, since posting rights can't be checked");

    private final String word;
    private final boolean needed;
    private final String feature;

    SlackScope(String word, boolean needed, String feature) {
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

    static List<SlackScope> missingIn(List<String> granted) {
        return List.of(values()).stream()
                .filter(scope -> !granted.contains(scope.word))
                .toList();
    }
}
