package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it costs that very much was asked before. */
@OnEachDatabase
class ManyRowsTest {
    private static final int ROWS = 30_000;

    /** So many are written at once; a statement on PostgreSQL has two seconds. */
    private static final int PORTION = 3_000;

    /** As many as a step of the purge takes, a few times. */
    private static final int FEW = 1_600;

    private static final String CARD = Keys.pipeline("C1", "p");

    private final NotedMessenger slack = new NotedMessenger();
    private final MovedClock clock = new MovedClock();
    private final TestDatabase kind;
    private final Station station;

    ManyRowsTest(TestDatabase kind) {
        this.kind = kind;
        this.station = new Station(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void noStatementLooksAtMoreThanTheRowsItNeeds() {
        fill();
        var touched = Touched.by(kind, station.database);
        station.works(claim -> {
            var act = station.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            station.journal().sending(claim, act);
            station.journal().settle(claim, act, Carried.done("Done", List.of(), List.of()), Said.DONE);
        });
        station.intake().take(Said.typed("acts", "rerun web", clock.instant()));
        await().until(station::idle);
        answer("says", Said.pipeline("C1", "p", null, "queued"), Said.toChannel("C2", "hello"), Said.toAsker("yours"));
        await().untilAsserted(() -> assertThat(slack.sent()).hasSize(3));
        answer("changes", Said.pipeline("C1", "p", null, "running"), Said.copy("C1", "copy"), Said.copies("changed"));
        later(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(slack.sent("update C1")).hasSize(1));
        station.works(claim -> {
            var act = station.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            station.journal().settle(claim, act, Carried.done("Done", List.of(), List.of()), Said.DONE);
        });
        station.intake().take(Said.pressed("presses", CARD, "rerun p", false, clock.instant()));
        await().untilAsserted(() -> assertThat(slack.sent("update C1")).hasSize(2));
        later(Duration.ofSeconds(15));
        station.watch();
        station.get(Backlog.class).due();
        station.get(Backlog.class).oldest();
        station.get(Backlog.class).unshown();
        station.get(Backlog.class).oldestUnshown();
        station.get(Survey.class).due();
        station.get(Survey.class).unshown();
        station.get(Survey.class).givenUp();
        station.get(Survey.class).lastCommand();
        station.get(Survey.class).lastEvent();
        station.get(Floodgate.class).close("C1");
        station.database
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update cards set landed_by = :now where card_key = :key")
                        .bind("now", clock.instant())
                        .bind("key", Keys.pipeline("C1", "p"))
                        .execute());
        station.looksOn();
        station.pump();
        station.get(Purge.class).run();
        await().until(station::idle);
        assertThat(touched.many()).isGreaterThan(30);
        assertThat(touched.beyond(FEW)).isEmpty();
        assertThat(station.count("select count(*) from inbox where id like 'old%'"))
                .isEqualTo(ROWS / 2);
        assertThat(station.count("select count(*) from acts where invocation_id like 'old%'"))
                .isEqualTo(ROWS / 2);
        assertThat(station.count("select count(*) from cards where card_key like 'old%'"))
                .isEqualTo(3 * ROWS / 4);
    }

    private void answer(String id, Delivery... deliveries) {
        station.works(claim -> station.journal().conclude(claim, Outcome.deliver(deliveries)));
        station.intake().take(Said.typed(id, "status", clock.instant()));
        await().until(station::idle);
    }

    private void later(Duration time) {
        await().until(station::idle);
        station.pass(time);
        station.sweep();
        station.pump();
        await().until(station::idle);
    }

    /** Very much was asked, answered, acted on and shown, half of it a day ago, half of it longer ago than it is kept. */
    private void fill() {
        for (int row = 1; row <= ROWS; row += PORTION) {
            fill(row, row + PORTION - 1);
        }
        station.database.jdbi().useHandle(handle -> handle.execute("analyze"));
    }

    private void fill(int from, int to) {
        var numbers = kind == TestDatabase.H2 ? "system_range(:from, :to) n(x)" : "generate_series(:from, :to) n(x)";
        var then = clock.instant().minus(Duration.ofDays(1));
        station.database.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into inbox (id, user_id, user_name, channel, line, origin, ephemeral, taken, attempts, finished_at)
                            select 'old' || x, 'UBOB', 'Bob', 'C1', 'rerun web', 'typed', true, case when mod(x, 2) = 0 then :then else :before end, 0, case when mod(x, 2) = 0 then :then else :before end from %s""".formatted(numbers))
                    .bind("from", from)
                    .bind("to", to)
                    .bind("then", then)
                    .bind("before", then.minus(Duration.ofDays(8)))
                    .execute();
            handle.createUpdate("""
                            insert into acts (invocation_id, token, line, state, intended_at, sent_at, settled_at, words, section)
                            select 'old' || x, 't' || x, 'rerun', 'done', case when mod(x, 2) = 0 then :then else :before end, case when mod(x, 2) = 0 then :then else :before end, case when mod(x, 2) = 0 then :then else :before end, 'Done', 's' || x from %s""".formatted(numbers))
                    .bind("from", from)
                    .bind("to", to)
                    .bind("then", then)
                    .bind("before", then.minus(Duration.ofDays(8)))
                    .execute();
            handle.createUpdate("""
                            insert into cards (card_key, kind, channel, pipeline_id, user_id, replaces, body, blocks, plain, armed,
                                wanted, shown, ts, attempts, made_at, pressed_by, request, topic)
                            select 'old' || x, case when mod(x, 4) < 2 then 'ASIDE' else 'PIPELINE' end, 'C1', 'old' || x, 'UBOB', false,
                                'hello', '[]', false, true, 1, 1, 'ts' || x, 0, case when mod(x, 2) = 0 then :then else :before end, 'old' || x, 100 + x, 'card' from %s""".formatted(numbers))
                    .bind("from", from)
                    .bind("to", to)
                    .bind("then", then)
                    .bind("before", then.minus(Duration.ofDays(8)))
                    .execute();
            return handle.createUpdate("""
                            insert into watches (kind, id, project_id, since, kept_until, seen, misses)
                            select 'PIPELINE', 'old' || x, 'web' || x, :then, :until, '', 0 from %s""".formatted(numbers))
                    .bind("from", from)
                    .bind("to", to)
                    .bind("then", then)
                    .bind("until", clock.instant().plus(Duration.ofDays(1)))
                    .execute();
        });
    }
}
