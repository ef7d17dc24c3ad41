package dev.signalman.feature.linking;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.LinkedAccounts;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Semaphore accounts that acted with linked tokens, in the table {@code linked_account}. Rows stay after unlinking,
 * since the account is still that person's.
 */
final class AccountStore implements LinkedAccounts {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    AccountStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public List<String> peopleOf(String account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT user_id FROM linked_account WHERE account = :account ORDER BY user_id")
                .bind("account", account)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<String> accountsOf(String userId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT account FROM linked_account WHERE user_id = :user ORDER BY account")
                .bind("user", userId)
                .mapTo(String.class)
                .list());
    }

    @Override
    public RowChange acted(String act, String account) {
        var now = clock.instant();
        return handle -> handle.createUpdate("""
                        INSERT INTO linked_account (account, user_id, seen_at)
                        SELECT CAST(:account AS VARCHAR), linked_token.user_id, CAST(:now AS TIMESTAMP WITH TIME ZONE)
                        FROM act_token_choice
                        JOIN linked_token ON linked_token.id = act_token_choice.link_id
                        WHERE act_token_choice.act_token = :act
                        ON CONFLICT DO NOTHING
                        """)
                .bind("account", account)
                .bind("now", now)
                .bind("act", act)
                .execute();
    }
}
