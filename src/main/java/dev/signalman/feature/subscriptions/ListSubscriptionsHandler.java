package dev.signalman.feature.subscriptions;

import dev.signalman.command.ListSubscriptions;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Lists the subscriptions of a channel. */
final class ListSubscriptionsHandler implements Handler<ListSubscriptions> {
    private final Subscriptions subscriptions;
    private final SubscriptionList list;

    @Inject
    ListSubscriptionsHandler(Subscriptions subscriptions, SubscriptionList list) {
        this.subscriptions = subscriptions;
        this.list = list;
    }

    @Override
    public Outcome handle(ListSubscriptions command, Invocation invocation) {
        var channel = invocation.place().channel();
        return Outcome.answer(list.of(channel, subscriptions.inChannel(channel)));
    }
}
