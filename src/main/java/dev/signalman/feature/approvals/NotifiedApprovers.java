package dev.signalman.feature.approvals;

import dev.signalman.dispatch.RowChange;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The people who got a direct message when a request was opened, in the table {@code approval_told}. */
final class NotifiedApprovers {
    private final Jdbi jdbi;

    @Inject
    NotifiedApprovers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean anybody(int request) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM approval_told WHERE n = :n")
                        .bind("n", request)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Stores the people together with the opening. */
    static RowChange row(int request, List<String> people) {
        return handle -> {
            for (var person : people) {
                handle.createUpdate("INSERT INTO approval_told (n, user_id) VALUES (:n, :user)")
                        .bind("n", request)
                        .bind("user", person)
                        .execute();
            }
        };
    }
}
