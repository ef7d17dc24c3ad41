package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.port.ClosedChannelListener;
import dev.signalman.port.Waker;
import jakarta.inject.Inject;

/** Pauses a channel that refuses messages, if it has subscriptions. */
final class ClosedChannelPauser implements ClosedChannelListener {
    private final Subscriptions subscriptions;
    private final PausedChannels paused;
    private final Waker waker;

    @Inject
    ClosedChannelPauser(Subscriptions subscriptions, PausedChannels paused, Waker waker) {
        this.subscriptions = subscriptions;
        this.paused = paused;
        this.waker = waker;
    }

    @Override
    public void refused(String channel, String why) {
        if (!subscriptions.inChannel(channel).isEmpty() && !paused.holds(channel)) {
            waker.wake(Wake.now(ReconcileKey.Kind.CHANNEL, channel, Place.channel(channel), why), Actor.NOBODY);
        }
    }
}
