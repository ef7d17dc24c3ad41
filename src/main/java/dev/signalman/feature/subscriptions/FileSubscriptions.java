package dev.signalman.feature.subscriptions;

import dev.signalman.domain.SubscriptionFilter;
import java.util.List;

/** The subscriptions in the configuration file. They apply in addition to those made in Slack. */
public record FileSubscriptions(List<FileSubscription> all) {
    public FileSubscriptions {
        all = List.copyOf(all);
    }

    /** A subscription of a channel, given by id, to a project, given by name. */
    public record FileSubscription(String channel, String project, SubscriptionFilter wanted) {}
}
