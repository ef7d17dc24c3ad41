package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doctor's check of the ledger, on every database. */
@OnEachDatabase
class LedgerCheckTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T09:30:00Z"));
    private final Database database;

    LedgerCheckTest(TestDatabase kind) {
        database = kind.open(AuditModule.MIGRATIONS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(LedgerHasher ledgerHasher, int rows) {
        var ledger = new JdbiLedger(ledgerHasher, clock);
        for (int n = 0; n < rows; n++) {
            var entry = SampleEntries.done("rerun " + n);
            database.jdbi().useTransaction(handle -> ledger.append(handle, List.of(entry)));
        }
    }

    private List<CheckResult> look(LedgerHasher ledgerHasher) {
        return new LedgerCheck(new DatabaseOpenResult.Open(database), ledgerHasher, clock).look(CheckContext.SERVING);
    }

    private void sql(String statement) {
        database.jdbi()
                .useHandle(handle -> assertThat(handle.execute(statement)).isPositive());
    }

    @Test
    void anEmptyOneIsNotSpokenOf() {
        assertThat(look(sealing(1))).isEmpty();
    }

    @Test
    void itSaysHowLongItIsWhenItWasWrittenLastAndWithWhichKey() throws Exception {
        append(sealing(1), 3);
        assertThat(look(sealing(1)).get(0).state()).isEqualTo(State.FINE);
        assertThat(look(sealing(1)).get(0).words())
                .startsWith("3 rows, the last written just now. The last 3 are intact, and the newest")
                .contains("is signed with key " + sealing(1).current());
    }

    @Test
    void oneWithoutAKeyIsSaidToBeOne() throws Exception {
        append(sealing(null), 1);
        assertThat(look(sealing(null)).get(0).words()).startsWith("1 row, ").contains("the newest has no key");
    }

    @Test
    void aKeyThatIsNotGivenIsWorthALook() throws Exception {
        append(sealing(1), 2);
        assertThat(look(sealing(2)).get(0).state()).isEqualTo(State.WORTH_A_LOOK);
        assertThat(look(sealing(2)).get(0).words()).contains("2 are signed with a key that isn't configured.");
        assertThat(look(sealing(2, 1)).get(0).state()).isEqualTo(State.FINE);
    }

    @Test
    void whatWasDoneToItsEndIsWrong() throws Exception {
        append(sealing(1), 4);
        sql("update ledger set words = 'Nothing' where number = 2");
        assertThat(look(sealing(1)).get(0).state()).isEqualTo(State.WRONG);
        assertThat(look(sealing(1)).get(0).words()).startsWith("Row 2 was altered");
    }

    @Test
    void aRowThatIsMissingIsWrong() throws Exception {
        append(sealing(1), 4);
        sql("delete from ledger where number = 3");
        assertThat(look(sealing(1)).get(0).words()).startsWith("Row 4 was altered");
        sql("delete from ledger where number = 1");
        assertThat(look(sealing(1)).get(0).words()).startsWith("Row 2 was altered");
    }

    @Test
    void anEndThatWasCutOffIsWrong() throws Exception {
        append(sealing(1), 4);
        sql("delete from ledger where number = 4");
        assertThat(look(sealing(1)).get(0).words()).isEqualTo("Rows are missing at its end: it once had 4.");
        sql("delete from ledger");
        assertThat(look(sealing(1)).get(0).state()).isEqualTo(State.WRONG);
    }

    @Test
    void ofALongOneTheEndAloneIsLookedAt() throws Exception {
        append(sealing(1), 250);
        sql("update ledger set words = 'Nothing' where number = 40");
        assertThat(look(sealing(1)).get(0).words()).startsWith("250 rows").contains("The last 200 are");
        sql("update ledger set words = 'Nothing' where number = 60");
        assertThat(look(sealing(1)).get(0).words()).startsWith("Row 60 was altered");
    }
}
