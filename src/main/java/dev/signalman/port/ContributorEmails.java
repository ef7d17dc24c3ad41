package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import java.util.Set;

/** Remembers which e-mail address a person pushes with. Only Semaphore's notifications contain it. */
public interface ContributorEmails {
    /**
     * Stores an address in the invocation's transaction.
     *
     * @param pipeline the pipeline that a notification was about
     * @param email the sender's address in it
     */
    RowChange met(Pipeline pipeline, String email);

    /** The logins at the git host that pushed with this address. */
    Set<String> loginsOf(String email);
}
