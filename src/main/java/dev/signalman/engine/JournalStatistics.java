package dev.signalman.engine;

import dev.signalman.engine.cards.CardRow;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads the journal's state for checks, also from outside the bot. Each call is a query. */
final class JournalStatistics {
    private final DatabaseOpenResult databaseOpenResult;
    private final InstantSource clock;

    @Inject
    JournalStatistics(DatabaseOpenResult databaseOpenResult, InstantSource clock) {
        this.databaseOpenResult = databaseOpenResult;
        this.clock = clock;
    }

    /** Whether a running bot holds the database, so nothing can be read here. */
    boolean inUse() {
        return databaseOpenResult instanceof DatabaseOpenResult.Closed closed
                && closed.why().kind() == ClosedDatabaseException.Kind.IN_USE;
    }

    /** Whether there is anything to read: the database is open and has the tables. */
    boolean possible() {
        return databaseOpenResult.having("inbox").isPresent();
    }

    /** Number of due invocations, and how long the oldest has been due. */
    Waiting due() {
        var now = clock.instant();
        return ask(handle -> handle.createQuery(
                        "SELECT COUNT(*) AS many, MIN(due_at) AS oldest FROM inbox WHERE due_at <= :now")
                .bind("now", now)
                .map((row, context) -> {
                    var oldest = context.findColumnMapperFor(Instant.class)
                            .orElseThrow()
                            .map(row, "oldest", context);
                    var since = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
                    return new Waiting(row.getInt("many"), since);
                })
                .one());
    }

    /** Number of cards with unsent changes. */
    int unshown() {
        return ask(handle -> handle.createQuery("SELECT COUNT(*) FROM cards WHERE " + CardRow.LAGS)
                .mapTo(Integer.class)
                .one());
    }

    /** Slack's reasons for cards that were given up in the last day, newest first. */
    List<String> givenUp() {
        var since = clock.instant().minus(Duration.ofDays(1));
        return ask(handle -> Stream.of(CardRow.Kind.values())
                .flatMap(kind -> handle
                        .createQuery("""
                                SELECT gave_up, made_at
                                FROM cards
                                WHERE kind = :kind AND made_at > :since AND gave_up IS NOT NULL
                                """)
                        .bind("kind", kind.name())
                        .bind("since", since)
                        .map((row, context) ->
                                Map.entry(InstantColumns.instant(row, "made_at"), row.getString("gave_up")))
                        .list()
                        .stream())
                .sorted(Map.Entry.<Instant, String>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList());
    }

    /** When Slack's last command, press or form was accepted. */
    Optional<Instant> lastCommand() {
        return last("typed", "pressed", "submitted");
    }

    /** When Slack's last event was accepted, such as a mention or an opened home tab. */
    Optional<Instant> lastEvent() {
        return last("mentioned", "noticed");
    }

    private Optional<Instant> last(String... origins) {
        return ask(handle -> Stream.of(origins)
                .flatMap(origin -> handle.createQuery("""
                                SELECT taken
                                FROM inbox
                                WHERE origin = :origin
                                ORDER BY origin DESC, taken DESC
                                LIMIT 1
                                """).bind("origin", origin).mapTo(Instant.class).stream())
                .max(Comparator.naturalOrder()));
    }

    /** Heartbeat counts by process id. */
    Map<String, Long> beats() {
        return ask(handle -> {
            Map<String, Long> beats = new HashMap<>();
            handle.createQuery("SELECT id, beat FROM instances")
                    .map((row, context) -> Map.entry(row.getString("id"), row.getLong("beat")))
                    .forEach(each -> beats.put(each.getKey(), each.getValue()));
            return beats;
        });
    }

    private <T> T ask(Function<Handle, T> question) {
        if (databaseOpenResult instanceof DatabaseOpenResult.Open open) {
            return open.database().jdbi().withHandle(question::apply);
        }
        throw new IllegalStateException("The database is not open, so nobody should ask");
    }

    /**
     * Waiting work.
     *
     * @param oldest zero for none
     */
    record Waiting(int many, Duration oldest) {}
}
