package dev.signalman.feature.approvals.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Reads the table {@code pusher_address}: which e-mail addresses a login at the git host pushes with. */
public final class ContributorEmailTable {
    private final Jdbi jdbi;

    public ContributorEmailTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The addresses of a login; empty when none was ever seen. */
    public List<String> of(String login) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT email FROM pusher_address WHERE login = :login ORDER BY email")
                        .bind("login", login)
                        .mapTo(String.class)
                        .list());
    }

    /** The logins that pushed with an address; empty when none was ever seen. */
    public Set<String> loginsOf(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT login FROM pusher_address WHERE email = :email")
                .bind("email", email.toLowerCase(Locale.ROOT))
                .mapTo(String.class)
                .set());
    }
}
