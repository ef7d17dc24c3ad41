package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appended rows come back, and the chain has neither gaps nor forks, on every database. */
@OnEachDatabase
class LedgerStoreTest {
    private static final int THREADS = 8;
    private static final int EACH = 25;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T09:30:00.123456789Z"));
    private final DatabaseAddress address;
    private final Database database;
    private final LedgerReader rows;

    LedgerStoreTest(TestDatabase kind) {
        address = kind.migrated(AuditModule.MIGRATIONS);
        database = Database.look(address);
        rows = new LedgerReader(database.jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(Database into, LedgerHasher ledgerHasher, LedgerEntry... entries) {
        var ledger = new JdbiLedger(ledgerHasher, clock);
        into.jdbi().useTransaction(handle -> ledger.append(handle, List.of(entries)));
    }

    @Test
    void anEmptyLedgerEndsBeforeItsFirstRow() throws Exception {
        assertThat(rows.head()).isEqualTo(LedgerHead.EMPTY).isEqualTo(rows.noted());
        assertThat(rows.after(0, 10)).isEmpty();
    }

    @Test
    void whatIsAppendedComesBackWhateverStandsInIt() throws Exception {
        var nasty = "a\0b \ud83d\ude80 half \ud83d end \"x\" \u202e é e\u0301 \r\n";
        append(
                database,
                sealing(1),
                new LedgerEntry(
                        LedgerEntry.Kind.ACT,
                        new Actor("", nasty, null),
                        nasty,
                        new Place("C1", "17.1"),
                        nasty,
                        nasty,
                        ActResult.State.UNKNOWN,
                        nasty),
                new LedgerEntry(
                        LedgerEntry.Kind.KEY, SampleEntries.ALICE, null, null, "", null, ActResult.State.REFUSED, ""));

        var kept = "a\uFFFDb \ud83d\ude80 half ? end \"x\" \u202e é e\u0301 \r\n";
        var back = rows.after(0, 10);
        assertThat(back).hasSize(2);
        var first = back.get(0);
        assertThat(first.at()).isEqualTo(Instant.parse("2026-11-26T09:30:00.123456Z"));
        assertThat(List.of(first.kind(), first.outcome(), first.userId())).containsExactly("act", "unknown", "");
        assertThat(List.of(first.userName(), first.line(), first.words())).containsOnly(kept);
        assertThat(first.account()).isEqualTo(kept).isEqualTo(first.rules());
        assertThat(first.thread()).isEqualTo("17.1");
        assertThat(first.teamId()).isNull();
        var second = back.get(1);
        assertThat(second.kind()).isEqualTo("key");
        assertThat(second.channel()).isNull();
        assertThat(second.rules()).isNull();
        assertThat(second.seal().previous()).isEqualTo(first.seal().hash());
        assertThat(back).allSatisfy(row -> assertThat(sealing(1).fits(row)).contains(true));
        assertThat(rows.head()).isEqualTo(second.head()).isEqualTo(rows.noted());
    }

    @Test
    void theNewestOfAChannelComeFirst() throws Exception {
        for (int n = 1; n <= 4; n++) {
            append(database, sealing(null), SampleEntries.in("C1", "run " + n), SampleEntries.in("C2", "run " + n));
        }
        assertThat(rows.newest("C1", Long.MAX_VALUE, 3))
                .extracting(LedgerRow::line)
                .containsExactly("run 4", "run 3", "run 2");
        assertThat(rows.newest("C1", 5, 3)).extracting(LedgerRow::line).containsExactly("run 2", "run 1");
        assertThat(rows.newest("C3", Long.MAX_VALUE, 3)).isEmpty();
        assertThat(rows.after(6, 1)).extracting(LedgerRow::number).containsExactly(7L);
    }

    @Test
    void whatIsTakenBackLeavesNoGap() throws Exception {
        append(database, sealing(null), SampleEntries.done("run 1"));
        var ledger = new JdbiLedger(sealing(null), clock);
        assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                    ledger.append(handle, List.of(SampleEntries.done("run 2")));
                    throw new IllegalStateException("something else failed");
                }))
                .hasMessage("something else failed");
        append(database, sealing(null), SampleEntries.done("run 3"));
        assertThat(rows.after(0, 9)).extracting(LedgerRow::line).containsExactly("run 1", "run 3");
        assertThat(rows.head().number()).isEqualTo(2);
    }

    @Test
    void anotherKeyIsNotedOnceAtTheStart() throws Exception {
        start(sealing(null));
        assertThat(rows.after(0, 9)).isEmpty();
        append(database, sealing(null), SampleEntries.done("run 1"));
        start(sealing(null));
        assertThat(rows.head().number()).isEqualTo(1);
        start(sealing(1));
        start(sealing(1));
        start(sealing(2, 1));
        start(sealing(null));
        start(sealing(null));
        assertThat(rows.after(1, 9))
                .extracting(LedgerRow::kind, LedgerRow::words)
                .containsExactly(
                        tuple(
                                "key",
                                "The chain continues with key " + sealing(1).current()
                                        + ". Nobody has vouched yet for the earlier rows, which have no key."),
                        tuple(
                                "key",
                                "The chain continues with key " + sealing(2).current() + "."),
                        tuple("key", "The chain continues without a key."));
    }

    private void start(LedgerHasher ledgerHasher) {
        new LedgerKeyChange(database, new JdbiLedger(ledgerHasher, clock), ledgerHasher).note();
    }

    @Test
    void manyInstancesAppendWithoutGapsOrForks() throws Exception {
        var other = Database.look(address);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var into = thread % 2 == 0 ? database : other;
                var name = "run " + thread;
                work.add(() -> {
                    for (int n = 0; n < EACH; n++) {
                        append(into, sealing(1), SampleEntries.done(name));
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
            other.close();
        }

        var all = rows.after(0, 1000);
        assertThat(all)
                .extracting(LedgerRow::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        var previous = LedgerHead.EMPTY.hash();
        for (var row : all) {
            assertThat(row.seal().previous()).isEqualTo(previous);
            assertThat(sealing(1).fits(row)).contains(true);
            previous = row.seal().hash();
        }
        assertThat(rows.noted()).isEqualTo(rows.head());
    }
}
