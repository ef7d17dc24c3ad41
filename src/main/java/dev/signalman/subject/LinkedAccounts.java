package dev.signalman.subject;

import dev.signalman.dispatch.RowChange;
import java.util.List;

/**
 * Whose accounts of Semaphore are whose in Slack, as far as acts with people's own tokens told. It may name somebody too many, since an
 * act is found again by its time: good for saying who must not, never for saying who may.
 */
public interface LinkedAccounts {
    /** The Slack ids of those with whose token an account acted. */
    List<String> peopleOf(String account);

    /**
     * Remembers that an act was done by an account, in the invocation's own transaction; nothing where it was not done with a person's own
     * token.
     *
     * @param act the act's token
     */
    RowChange acted(String act, String account);
}
