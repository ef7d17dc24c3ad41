package dev.signalman.simulator.slack;

import org.jspecify.annotations.Nullable;

/** Decides which channels the bot can see, and where it may post. */
final class BotChannelAccess {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;

    BotChannelAccess(SimulatedWorkspace workspace, AppInstallation app) {
        this.workspace = workspace;
        this.app = app;
    }

    /** A channel that is visible to the bot: public, or with the bot as member. Slack denies that others exist. */
    Conversation seen(String id) {
        var found = workspace.conversation(id);
        if (found == null || (found.kind() != Conversation.Kind.PUBLIC && !found.has(app.botUserId()))) {
            throw new SlackRefusal("channel_not_found");
        }
        return found;
    }

    /**
     * The target of {@code chat.postMessage}: an id, a name with a hash, or a person, whose direct message is opened.
     */
    Conversation toPostIn(String channel) {
        var person = workspace.person(channel);
        if (person != null) {
            if (person.deactivated()) {
                throw new SlackRefusal("channel_not_found");
            }
            return workspace.directBetween(app.botUserId(), person.id());
        }
        var named = channel.startsWith("#") ? workspace.named(channel.substring(1)) : workspace.named(channel);
        var place = seen(named.map(Conversation::id).orElse(channel));
        if (place.archived()) {
            throw new SlackRefusal("is_archived");
        }
        if (!place.has(app.botUserId()) && !app.scopes().contains("chat:write.public")) {
            throw new SlackRefusal("not_in_channel");
        }
        return place;
    }

    /** Checks that a thread exists. */
    @Nullable
    String thread(Conversation place, @Nullable String threadTs) {
        if (threadTs == null || threadTs.isEmpty()) {
            return null;
        }
        var parent = workspace
                .message(place.id(), threadTs)
                .filter(message -> !message.ephemeral())
                .orElseThrow(() -> new SlackRefusal("thread_not_found"));
        if (parent.threadTs() != null) {
            throw new SlackRefusal("cannot_reply_to_message");
        }
        if (workspace.restrictions().lock(parent)) {
            throw new SlackRefusal("restricted_action_thread_locked");
        }
        return threadTs;
    }

    /** Requires a scope that only some calls of a method need. */
    void needs(String scope) {
        if (!app.scopes().contains(scope)) {
            throw new SlackRefusal("missing_scope")
                    .with("needed", scope)
                    .with(
                            "provided",
                            String.join(",", app.scopes().stream().sorted().toList()));
        }
    }
}
