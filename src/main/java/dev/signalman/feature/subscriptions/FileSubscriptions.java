package dev.signalman.feature.subscriptions;

import dev.signalman.domain.SubscriptionFilter;
import java.util.List;

/** The subscriptions that stand in the configuration; they count beside those made in Slack. */
public record FileSubscriptions(List<FileSubscription> all) {
    /** Keeps its own copy. */
    public FileSubscriptions {
        all = List.copyOf(all);
    }

    /** What {@code channel}, by its id, wants to hear of the project of that name. */
    public record FileSubscription(String channel, String project, SubscriptionFilter wanted) {}
}
