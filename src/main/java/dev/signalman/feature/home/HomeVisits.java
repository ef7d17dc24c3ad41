package dev.signalman.feature.home;

import dev.signalman.dispatch.Row;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Who opened their home tab last when; Slack does not tell when somebody leaves it. */
final class HomeVisits {
    private final Jdbi jdbi;

    @Inject
    HomeVisits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Remembers an opening in the place of the one before. */
    Row opened(String userId, String visit) {
        return connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM home_visit WHERE user_id = ?")) {
                delete.setString(1, userId);
                delete.executeUpdate();
            }
            try (var insert = connection.prepareStatement("INSERT INTO home_visit (user_id, visit) VALUES (?, ?)")) {
                insert.setString(1, userId);
                insert.setString(2, visit);
                insert.executeUpdate();
            }
        };
    }

    /** Whether no later opening took its place. */
    boolean isNewest(String userId, String visit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM home_visit WHERE user_id = :user AND visit = :visit")
                        .bind("user", userId)
                        .bind("visit", visit)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }
}
