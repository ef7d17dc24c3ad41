package dev.signalman.feature.subscriptions;

import dev.signalman.domain.SubscriptionFilter;
import org.jspecify.annotations.Nullable;

/**
 * A channel's subscription to a project.
 *
 * @param id identifies it in a button; derived from channel, project and filters
 * @param project the project's name when the subscription was made
 * @param maker null for a subscription in the file
 */
record Subscription(
        String id,
        String channel,
        String project,
        SubscriptionFilter wanted,
        @Nullable Maker maker) {
    /** A person, with a name to show without asking Slack. */
    record Maker(String userId, String name) {}

    boolean fromTheFile() {
        return maker == null;
    }
}
