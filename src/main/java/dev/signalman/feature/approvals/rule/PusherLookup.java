package dev.signalman.feature.approvals.rule;

import dev.signalman.ruling.Wish;
import java.util.Collection;
import java.util.List;

/** Finds out who wrote or pushed what a promotion would ship. */
public interface PusherLookup {
    /**
     * All authors and pushers.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say what would ship
     * @throws dev.signalman.chat.MessengerException when Slack does not say who is who
     */
    List<Pusher> of(Wish wish);

    /**
     * The pushers with these logins at the git host.
     *
     * @throws dev.signalman.chat.MessengerException when Slack does not say who is who
     */
    List<Pusher> called(Collection<String> logins);
}
