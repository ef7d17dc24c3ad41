package dev.signalman.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.cards.BacklogCondenser;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cost of a large history. */
@OnEachDatabase
class ManyRowsTest {
    private static final int ROWS = 30_000;

    /** Rows per statement; on PostgreSQL a statement has two seconds. */
    private static final int PORTION = 3_000;

    /** A few times as many as a step of the purge deletes. */
    private static final int FEW = 1_600;

    private static final String CARD = DerivedIds.pipeline("C1", "p");

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final TestDatabase kind;
    private final InstanceFixture instance;

    ManyRowsTest(TestDatabase kind) {
        this.kind = kind;
        this.instance = new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void noStatementLooksAtMoreThanTheRowsItNeeds() {
        fill();
        var statementRecorder = StatementRecorder.by(kind, instance.database);
        instance.works(claim -> {
            var act = instance.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            instance.journal().sending(claim, act);
            instance.journal().settle(claim, act, ActResult.done("Done"), SampleInvocations.DONE);
        });
        instance.intake().take(SampleInvocations.typed("acts", "rerun web", clock.instant()));
        await().until(instance::idle);
        answer(
                "says",
                SampleInvocations.pipeline("C1", "p", null, "queued"),
                SampleInvocations.toChannel("C2", "hello"),
                SampleInvocations.toAsker("yours"));
        await().untilAsserted(() -> assertThat(slack.sent()).hasSize(3));
        answer(
                "changes",
                SampleInvocations.pipeline("C1", "p", null, "running"),
                SampleInvocations.copy("C1", "copy"),
                SampleInvocations.copies("changed"));
        later(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(slack.sent("update C1")).hasSize(1));
        instance.works(claim -> {
            var act = instance.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            instance.journal().settle(claim, act, ActResult.done("Done"), SampleInvocations.DONE);
        });
        instance.intake().take(SampleInvocations.pressed("presses", CARD, "rerun p", false, clock.instant()));
        await().untilAsserted(() -> assertThat(slack.sent("update C1")).hasSize(2));
        later(Duration.ofSeconds(15));
        instance.watch();
        instance.get(Backlog.class).due();
        instance.get(Backlog.class).oldest();
        instance.get(Backlog.class).unshown();
        instance.get(Backlog.class).oldestUnshown();
        instance.get(JournalStatistics.class).due();
        instance.get(JournalStatistics.class).unshown();
        instance.get(JournalStatistics.class).givenUp();
        instance.get(JournalStatistics.class).lastCommand();
        instance.get(JournalStatistics.class).lastEvent();
        instance.get(BacklogCondenser.class).close("C1");
        instance.database
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update cards set landed_by = :now where card_key = :key")
                        .bind("now", clock.instant())
                        .bind("key", DerivedIds.pipeline("C1", "p"))
                        .execute());
        instance.looksOn();
        instance.pump();
        instance.get(JournalPurge.class).run();
        await().until(instance::idle);
        assertThat(statementRecorder.many()).isGreaterThan(30);
        assertThat(statementRecorder.beyond(FEW)).isEmpty();
        assertThat(instance.count("select count(*) from inbox where id like 'old%'"))
                .isEqualTo(ROWS / 2);
        assertThat(instance.count("select count(*) from acts where invocation_id like 'old%'"))
                .isEqualTo(ROWS / 2);
        assertThat(instance.count("select count(*) from cards where card_key like 'old%'"))
                .isEqualTo(3 * ROWS / 4);
    }

    private void answer(String id, Delivery... deliveries) {
        instance.works(claim -> instance.journal().conclude(claim, Outcome.deliver(deliveries)));
        instance.intake().take(SampleInvocations.typed(id, "status", clock.instant()));
        await().until(instance::idle);
    }

    private void later(Duration time) {
        await().until(instance::idle);
        instance.pass(time);
        instance.sweep();
        instance.pump();
        await().until(instance::idle);
    }

    /** Fills the tables with finished work: half from yesterday, half older than the retention. */
    private void fill() {
        for (int row = 1; row <= ROWS; row += PORTION) {
            fill(row, row + PORTION - 1);
        }
        // one by one: each statement has two seconds, also on a busy machine
        for (var table : List.of("inbox", "acts", "cards", "watches")) {
            var analyze = (kind == TestDatabase.H2 ? "analyze table " : "analyze ") + table;
            instance.database.jdbi().useHandle(handle -> {
                if (kind == TestDatabase.POSTGRES) {
                    // else it may count the rows anew in the middle, and a scan of so few that are left is cheaper
                    handle.execute("alter table " + table + " set (autovacuum_enabled = off)");
                }
                handle.execute(analyze);
            });
        }
    }

    private void fill(int from, int to) {
        var numbers = kind == TestDatabase.H2 ? "system_range(:from, :to) n(x)" : "generate_series(:from, :to) n(x)";
        var then = clock.instant().minus(Duration.ofDays(1));
        instance.database.inTransaction(handle -> {
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
