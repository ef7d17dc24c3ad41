package dev.signalman.feature.subscriptions;

import dev.signalman.domain.SubscriptionFilter;
import org.jspecify.annotations.Nullable;

/**
 * A channel's wish to hear of a project.
 *
 * @param id names it in a button; the same for the same channel, project and filters
 * @param project the project's name when it was made
 * @param maker who made it; null for one that stands in the file
 */
record Subscription(
        String id,
        String channel,
        String project,
        SubscriptionFilter wanted,
        @Nullable Maker maker) {
    /** A person, by the name that is shown when Slack is not asked. */
    record Maker(String userId, String name) {}

    boolean fromTheFile() {
        return maker == null;
    }
}
