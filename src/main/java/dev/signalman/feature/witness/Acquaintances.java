package dev.signalman.feature.witness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.Accounts;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Accounts in the table {@code semaphore_login}; what was written down lately is not written again. */
final class Acquaintances implements Accounts {
    private static final int MOST_REMEMBERED = 10_000;
    private static final int SHOWN_OF_AN_ID = 8;

    private final Jdbi jdbi;
    private final Cache<String, String> written =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    @Inject
    Acquaintances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String nameOf(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT login FROM semaphore_login WHERE account = ?")
                .bind(0, account)
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> "the account "
                        + (account.length() <= SHOWN_OF_AN_ID ? account : account.substring(0, SHOWN_OF_AN_ID))));
    }

    @Override
    public void met(List<Pipeline> pipelines) {
        for (var pipeline : pipelines) {
            var account = pipeline.trigger().userId();
            var login = pipeline.trigger().login();
            if (account != null && login != null && !login.equals(written.getIfPresent(account))) {
                write(account, login);
                written.put(account, login);
            }
        }
    }

    private void write(String account, String login) {
        jdbi.useTransaction(handle -> {
            int changed = handle.createUpdate("UPDATE semaphore_login SET login = ? WHERE account = ?")
                    .bind(0, login)
                    .bind(1, account)
                    .execute();
            if (changed == 0) {
                handle.createUpdate("INSERT INTO semaphore_login (account, login) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .bind(0, account)
                        .bind(1, login)
                        .execute();
            }
        });
    }
}
