package dev.signalman.journal;

import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.Opening;
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
import org.jspecify.annotations.Nullable;

/** Reads of the journal what tells how it goes, wherever its tables are; each look is a query. */
final class Survey {
    private final @Nullable Database database;
    private final boolean inUse;
    private final InstantSource clock;

    @Inject
    Survey(Opening opening, InstantSource clock) {
        this.database = opening instanceof Opening.Open open ? open.database() : null;
        this.inUse =
                opening instanceof Opening.Closed closed && closed.why().kind() == ClosedDatabaseException.Kind.IN_USE;
        this.clock = clock;
    }

    /** Whether a running bot has the database to itself, so that nothing can be read from here. */
    boolean inUse() {
        return inUse;
    }

    /** Whether there is anything to read: the database is open, and a bot has made its tables. */
    boolean possible() {
        return database != null
                && ask(handle -> handle.createQuery(
                                        "select count(*) from information_schema.tables where table_name = 'inbox'")
                                .mapTo(Integer.class)
                                .one())
                        > 0;
    }

    /** How many invocations are due and not finished, and for how long the oldest has been. */
    Waiting due() {
        var now = clock.instant();
        return ask(handle -> handle.createQuery(
                        "select count(*) as many, min(due_at) as oldest from inbox where due_at <= :now")
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

    /** How many cards wait to be shown as they are wanted. */
    int unshown() {
        return ask(handle -> handle.createQuery("select count(*) from cards where " + WantedCards.LAGS)
                .mapTo(Integer.class)
                .one());
    }

    /** Why cards of the last day were given up, in Slack's words, the newest first. */
    List<String> givenUp() {
        var since = clock.instant().minus(Duration.ofDays(1));
        return ask(handle -> Stream.of(CardRow.Kind.values())
                .flatMap(kind -> handle
                        .createQuery("""
                                select gave_up, made_at from cards
                                where kind = :kind and made_at > :since and gave_up is not null""")
                        .bind("kind", kind.name())
                        .bind("since", since)
                        .map((row, context) -> Map.entry(Columns.instant(row, "made_at"), row.getString("gave_up")))
                        .list()
                        .stream())
                .sorted(Map.Entry.<Instant, String>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList());
    }

    /** When the last command, press or form was taken from Slack. */
    Optional<Instant> lastCommand() {
        return last("typed", "pressed", "submitted");
    }

    /** When the last event was taken from Slack, such as a mention or an opened home tab. */
    Optional<Instant> lastEvent() {
        return last("mentioned", "noticed");
    }

    private Optional<Instant> last(String... origins) {
        return ask(handle -> Stream.of(origins)
                .flatMap(origin -> handle.createQuery("""
                                select taken from inbox where origin = :origin order by origin desc, taken desc limit 1""").bind("origin", origin).mapTo(Instant.class).stream())
                .max(Comparator.naturalOrder()));
    }

    /** The count of beats of each process, by its id. */
    Map<String, Long> beats() {
        return ask(handle -> {
            Map<String, Long> beats = new HashMap<>();
            handle.createQuery("select id, beat from instances")
                    .map((row, context) -> Map.entry(row.getString("id"), row.getLong("beat")))
                    .forEach(each -> beats.put(each.getKey(), each.getValue()));
            return beats;
        });
    }

    private <T> T ask(Function<Handle, T> question) {
        if (database == null) {
            throw new IllegalStateException("The database is not open, so nobody should ask");
        }
        return database.jdbi().withHandle(question::apply);
    }

    /**
     * What waits.
     *
     * @param oldest zero when nothing does
     */
    record Waiting(int many, Duration oldest) {}
}
