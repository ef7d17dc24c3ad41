package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerVerdict.Fault;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tampering with the ledger's tables by SQL is found, on every database. */
@OnEachDatabase
class LedgerForgeryTest {
    private static final LedgerHasher SEALING = sealing(1);

    private final Database database;
    private final DatabaseLedgerSource ledger;

    LedgerForgeryTest(TestDatabase kind) {
        database = kind.open(AuditModule.MIGRATIONS);
        ledger = new DatabaseLedgerSource(database);
    }

    @BeforeEach
    void write() {
        var writer = new JdbiLedger(SEALING, new SettableClock(Instant.parse("2026-11-26T09:30:00.123456789Z")));
        for (int n = 1; n <= 7; n++) {
            var entry = SampleEntries.done("run " + n + " because \u00fcbung \u2192 \ud83d\ude80");
            database.jdbi().useTransaction(handle -> writer.append(handle, List.of(entry)));
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void sql(String... statements) {
        database.jdbi()
                .useHandle(handle -> List.of(statements)
                        .forEach(sql -> assertThat(handle.execute(sql)).as(sql).isNotZero()));
    }

    private void copied(String table, int number) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("create table " + table + " as select * from ledger where number = " + number));
    }

    private List<Long> faults() {
        return faults(null);
    }

    private List<Long> faults(@Nullable LedgerHead kept) {
        return ledger.verify(SEALING, kept).faults().stream().map(Fault::number).toList();
    }

    @Test
    void whatWasWrittenIsSound() {
        assertThat(faults()).isEmpty();
        assertThat(faults(ledger.head())).isEmpty();
        assertThat(ledger.head().number()).isEqualTo(7);
    }

    @Test
    void aChangeOfAnyColumnIsFoundAtItsRow() {
        for (var change : List.of(
                "recorded_at = recorded_at - interval '1' hour",
                "kind = 'key'",
                "user_id = 'U0BOB'",
                "user_name = 'Bob'",
                "team_id = null",
                "account = 'bob'",
                "channel = 'C0BUILDS'",
                "thread = '1.2'",
                "line = line || ' '",
                "rules = ''",
                "outcome = 'refused'",
                "words = 'No'",
                "key_id = null",
                "encoding = 2",
                "hash = upper(hash)")) {
            copied("kept", 4);
            sql("update ledger set " + change + " where number = 4");
            assertThat(faults()).as(change).contains(4L);
            assertThat(faults().get(0)).as(change).isEqualTo(4);
            sql("delete from ledger where number = 4", "insert into ledger select * from kept");
            database.jdbi().useHandle(handle -> handle.execute("drop table kept"));
            assertThat(faults()).isEmpty();
        }
    }

    @Test
    void aRowThatIsTakenOutIsFound() {
        sql("delete from ledger where number = 3");
        assertThat(faults()).containsExactly(3L);
        sql("update ledger set number = number - 1 where number = 4");
        assertThat(faults()).contains(3L);
    }

    @Test
    void rowsThatChangePlacesAreFound() {
        sql(
                "update ledger set number = 99 where number = 2",
                "update ledger set number = 2 where number = 5",
                "update ledger set number = 5 where number = 99");
        assertThat(faults()).containsExactly(2L, 5L);
    }

    @Test
    void aTailThatIsCutOffIsFound() {
        var head = ledger.head();
        sql("delete from ledger where number > 5");
        assertThat(faults()).containsExactly(6L);
        sql("update ledger_head set number = 5, hash = (select hash from ledger where number = 5)");
        assertThat(faults())
                .as("without a head that was kept nobody can tell whether")
                .isEmpty();
        assertThat(faults(head)).containsExactly(6L);
    }

    @Test
    void aRowThatIsPutInIsFound() {
        copied("added", 7);
        sql(
                "update added set number = 8, line = 'run wild', previous = hash",
                "insert into ledger select * from added");
        assertThat(faults()).containsExactly(8L);
    }
}
