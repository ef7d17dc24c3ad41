package dev.signalman.feature.approvals.rule;

import dev.signalman.ruling.Wish;
import java.util.Collection;
import java.util.List;

/** Finds out who wrote or pushed what a promotion would ship. */
public interface ContributorLookup {
    /**
     * All who wrote or pushed a change in it.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say what would ship
     * @throws dev.signalman.chat.MessengerException when Slack does not say who is who
     */
    List<Contributor> of(Wish wish);

    /**
     * The contributors with these logins at the git host.
     *
     * @throws dev.signalman.chat.MessengerException when Slack does not say who is who
     */
    List<Contributor> called(Collection<String> logins);
}
