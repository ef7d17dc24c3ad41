package dev.signalman.feature.home;

import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.OpenHomeTabs;
import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who opened their home tab last when; Slack does not tell when somebody leaves it. */
final class HomeVisits implements OpenHomeTabs {
    /** For so long somebody may be looking. */
    private static final Duration OPEN = Duration.ofMinutes(10);

    private static final String CHANGE = """
            UPDATE home_visit
            SET visit = :visit, channel = :channel, opened_at = :now
            WHERE user_id = :user
            """;
    private static final String ADD = """
            INSERT INTO home_visit (user_id, visit, channel, opened_at)
            VALUES (:user, :visit, :channel, :now)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    HomeVisits(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Remembers an opening in the place of the one before.
     *
     * @param channel their direct message with the bot
     */
    RowChange opened(String userId, String visit, String channel) {
        var now = clock.instant();
        // two openings at once both find none to change, and the second insert then waits for the first and adds
        // nothing
        return handle -> {
            for (var statement : List.of(CHANGE, ADD, CHANGE)) {
                int written = handle.createUpdate(statement)
                        .bind("user", userId)
                        .bind("visit", visit)
                        .bind("channel", channel)
                        .bind("now", now)
                        .execute();
                if (written == 1) {
                    return;
                }
            }
        };
    }

    /** Whether no later opening took its place. */
    boolean isNewest(String userId, String visit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM home_visit WHERE user_id = :user AND visit = :visit")
                        .bind("user", userId)
                        .bind("visit", visit)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    @Override
    public Optional<FollowUp> redrawn(String userId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT visit, channel FROM home_visit WHERE user_id = :user AND opened_at > :since")
                .bind("user", userId)
                .bind("since", clock.instant().minus(OPEN))
                .map((row, context) -> FollowUp.now(
                        new ShowHome(row.getString("visit"), false, HomeHandler.LAST),
                        Place.channel(row.getString("channel"))))
                .findOne());
    }
}
