package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import java.util.List;

/**
 * Links Semaphore accounts to people in Slack, as learned from acts with people's own tokens. An act is matched by time,
 * so a link may name one person too many: use it to exclude people or to sort what they see, never to admit them.
 */
public interface LinkedAccounts {
    /** Slack ids of the people whose tokens acted as this account. */
    List<String> peopleOf(String account);

    /** Accounts that acted with this person's token. */
    List<String> accountsOf(String userId);

    /**
     * Stores which account carried out an act, in the invocation's transaction; does nothing if the act did not use a
     * person's token.
     *
     * @param act the act's token
     */
    RowChange acted(String act, String account);
}
