package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.feature.audit.LedgerVerdict.Fault;
import dev.signalman.harness.LogLines;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An unkeyed chain is never taken for a keyed bot's, on every database, across restarts. */
@OnEachDatabase
class UnkeyedChainTest {
    private static final LedgerHasher BARE = sealing(null);
    private static final LedgerHasher KEYED = sealing(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T12:00:00Z"));
    private final DatabaseAddress address;
    private Database database;

    UnkeyedChainTest(TestDatabase kind) {
        address = kind.fresh();
        database = open();
    }

    private Database open() {
        return Database.open(address, List.of(AuditModule.MIGRATIONS));
    }

    @BeforeEach
    @AfterEach
    void close() {
        database.close();
    }

    /** Starts a bot, performs these acts, and stops it. */
    private void bot(LedgerHasher ledgerHasher, String... lines) {
        database = open();
        new LedgerKeyChange(database, new JdbiLedger(ledgerHasher, clock), ledgerHasher).note();
        act(ledgerHasher, lines);
        database.close();
    }

    private void act(LedgerHasher ledgerHasher, String... lines) {
        var ledger = new JdbiLedger(ledgerHasher, clock);
        for (var line : lines) {
            database.jdbi().useTransaction(handle -> ledger.append(handle, List.of(SampleEntries.done(line))));
        }
    }

    private List<LedgerRow> rows() {
        database = open();
        var rows = new LedgerReader(database.jdbi()).after(0, 1000);
        database.close();
        return rows;
    }

    private LedgerHead head() {
        var rows = rows();
        return rows.get(rows.size() - 1).head();
    }

    private List<Fault> faults(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        database = open();
        try (var ledger = new DatabaseLedgerSource(database)) {
            return ledger.verify(ledgerHasher, kept).faults();
        }
    }

    private CheckResult doctor(LedgerHasher ledgerHasher) {
        database = open();
        var checkResult = new LedgerCheck(new DatabaseOpenResult.Open(database), ledgerHasher, clock)
                .look(CheckContext.SERVING)
                .get(0);
        database.close();
        return checkResult;
    }

    private UnkeyedRowAdoption.Outcome adopt(LedgerHasher ledgerHasher, LedgerHead head) {
        database = open();
        var outcome = new UnkeyedRowAdoption(database, ledgerHasher, clock).by("dan", head);
        database.close();
        return outcome;
    }

    /** Forges the ledger without the key: every act is now Bob's. */
    private void forge() {
        database = open();
        forgeWhileOpen();
        database.close();
    }

    private void forgeWhileOpen() {
        database.jdbi().useTransaction(handle -> {
            var previous = LedgerHead.EMPTY.hash();
            for (var row : new LedgerReader(database.jdbi()).after(0, 1000)) {
                var bobs = BARE.seal(InMemoryLedger.by("U0BOB", "Bob", row), previous);
                handle.createUpdate("update ledger set user_id = 'U0BOB', user_name = 'Bob', key_id = null, previous = "
                                + ":previous || :spare, hash = :hash where number = :number")
                        .bind("previous", previous)
                        .bind("spare", "x") // unique, even within the transaction
                        .bind("hash", bobs.seal().hash())
                        .bind("number", row.number())
                        .execute();
                previous = bobs.seal().hash();
            }
            handle.execute("update ledger set previous = substring(previous from 1 for 64)");
            handle.execute("update ledger_head set hash = ?", previous);
        });
    }

    @Test
    void withAKeyTheFirstRowIsAKeyedOneOfTheBotItself() throws Exception {
        bot(KEYED);
        bot(KEYED, "run web");
        assertThat(rows())
                .extracting(LedgerRow::kind, LedgerRow::words, row -> row.seal().keyId())
                .startsWith(tuple("key", "The chain begins with key " + KEYED.current() + ".", KEYED.current()))
                .hasSize(2);
        assertThat(faults(KEYED, null)).isEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.FINE);
    }

    @Test
    void aLedgerThatWasRewrittenWithoutTheKeyIsNotSoundAgainHoweverOftenTheBotStarts() throws Exception {
        bot(KEYED, "promote production web", "run web", "stop web");
        var kept = head();
        forge();
        assertThat(faults(KEYED, null)).isNotEmpty();
        try (var log = new LogLines()) {
            bot(KEYED);
            assertThat(log.all())
                    .anySatisfy(
                            line -> assertThat(line).contains("no key", "audit verify", "audit adopt --head <n:hash>"));
        }
        for (int starts = 0; starts < 3; starts++) {
            bot(KEYED, "run web", "rerun web");
            assertThat(faults(KEYED, null)).first().satisfies(fault -> {
                assertThat(fault.number()).isEqualTo(1);
                assertThat(fault.sentence())
                        .startsWith("Rows 1 to 4 have no key, and row 5 has one:")
                        .contains("has one: they were written before the key was set, or by someone without it.")
                        .contains("audit adopt --head <n:hash>");
            });
            assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
            assertThat(doctor(KEYED).sentences()).contains("no key", "audit adopt --head <n:hash>", "audit verify");
        }
        assertThat(adopt(KEYED, kept)).isInstanceOf(UnkeyedRowAdoption.Refused.class);
        assertThat(faults(KEYED, null)).isNotEmpty();
    }

    @Test
    void ledgerRewrittenWithoutTheKeyStaysUnsoundWhileTheBotActs() throws Exception {
        bot(KEYED, "promote production web");
        database = open();
        forgeWhileOpen();
        try (var log = new LogLines()) {
            act(KEYED, "run web");
            assertThat(log.all()).anySatisfy(line -> assertThat(line).contains("has no key", "audit verify"));
        }
        database.close();
        assertThat(faults(KEYED, null))
                .first()
                .satisfies(fault ->
                        assertThat(fault.sentence()).startsWith("Rows 1 to 2 have no key, and row 3 has one:"));
        assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
    }

    @Test
    void aLongForgedLedgerIsNamedByTheDoctorThoughItsEndIsKeyed() throws Exception {
        bot(KEYED, "promote production web");
        forge();
        var many = new String[250];
        java.util.Arrays.fill(many, "run web");
        bot(KEYED, many);
        assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
    }

    @Test
    void whoeverSetsAKeyLaterAdoptsWhatStandsBeforeItWithAHeadThatWasKept() throws Exception {
        bot(BARE, "run web", "rerun web");
        var kept = head();
        assertThat(faults(KEYED, null))
                .first()
                .satisfies(fault -> assertThat(fault.sentence())
                        .startsWith(
                                "No row has a key, although one is set: someone without it may have written the whole ledger.")
                        .contains("audit adopt --head <n:hash>"));
        assertThat(adopt(KEYED, kept)).isEqualTo(new UnkeyedRowAdoption.Adopted(2, 3));
        bot(KEYED, "stop web");
        assertThat(faults(KEYED, null)).isEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.FINE);
        assertThat(rows().get(2)).satisfies(row -> {
            assertThat(row.kind()).isEqualTo("adoption");
            assertThat(row.userName()).isEqualTo("dan");
            assertThat(row.line()).isEqualTo("audit adopt --head " + kept);
        });
        assertThat(adopt(KEYED, kept)).isInstanceOf(UnkeyedRowAdoption.Nothing.class);

        forge();
        bot(KEYED, "stop web");
        assertThat(faults(KEYED, null)).as("an adoption that was made anew too").isNotEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
    }

    @Test
    void itIsAdoptedAfterABotWithTheKeyWasStartedToo() throws Exception {
        bot(BARE, "run web", "rerun web");
        bot(KEYED, "stop web");
        assertThat(rows().get(2).words())
                .isEqualTo("The chain continues with key " + KEYED.current()
                        + ". Nobody has vouched yet for the earlier rows, which have no key.");
        var kept = head();
        assertThat(adopt(KEYED, kept)).isEqualTo(new UnkeyedRowAdoption.Adopted(2, 5));
        assertThat(faults(KEYED, null)).isEmpty();
        bot(KEYED, "run web");
        assertThat(faults(KEYED, null)).isEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.FINE);
    }

    @Test
    void whatWasAdoptedAndRewrittenAfterwardsIsFound() throws Exception {
        bot(BARE, "run web", "rerun web");
        assertThat(adopt(KEYED, head())).isInstanceOf(UnkeyedRowAdoption.Adopted.class);
        database = open();
        database.jdbi().useTransaction(handle -> {
            var first = new LedgerReader(database.jdbi()).after(0, 1).get(0);
            var bobs = BARE.seal(InMemoryLedger.by("U0BOB", "Bob", first), LedgerHead.EMPTY.hash());
            var second = new LedgerReader(database.jdbi()).after(1, 1).get(0);
            var after = BARE.seal(second, bobs.seal().hash());
            handle.execute(
                    "update ledger set user_id = 'U0BOB', user_name = 'Bob', hash = ? where number = 1",
                    bobs.seal().hash());
            handle.execute(
                    "update ledger set previous = ?, hash = ? where number = 2",
                    after.seal().previous(),
                    after.seal().hash());
        });
        database.close();
        assertThat(faults(KEYED, null)).isNotEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
    }

    @Test
    void theDoctorFindsThatTooThoughItIsFarFromTheEndAndTheHashWasLeft() throws Exception {
        bot(BARE, "run web");
        assertThat(adopt(KEYED, head())).isInstanceOf(UnkeyedRowAdoption.Adopted.class);
        bot(KEYED, Collections.nCopies(250, "run web").toArray(String[]::new));
        assertThat(doctor(KEYED).state()).isEqualTo(State.FINE);
        database = open();
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update ledger set user_id = 'U0BOB', user_name = 'Bob' where number = 1"));
        database.close();
        assertThat(doctor(KEYED).state()).isEqualTo(State.WRONG);
    }

    @Test
    void aHeadThatIsNotOfThisLedgerAdoptsNothing() throws Exception {
        bot(BARE, "run web");
        var old = head();
        bot(BARE, "rerun web");
        var whole = head();
        assertThat(adopt(KEYED, new LedgerHead(2, "a".repeat(64)))).isInstanceOf(UnkeyedRowAdoption.Refused.class);
        assertThat(adopt(KEYED, new LedgerHead(7, "a".repeat(64)))).isInstanceOf(UnkeyedRowAdoption.Refused.class);
        assertThat(adopt(KEYED, LedgerHead.EMPTY)).isInstanceOf(UnkeyedRowAdoption.Refused.class);
        assertThat(adopt(KEYED, old)).as("what came after that head").isInstanceOf(UnkeyedRowAdoption.Refused.class);
        assertThat(rows()).hasSize(2);
        assertThat(adopt(KEYED, whole)).isInstanceOf(UnkeyedRowAdoption.Adopted.class);
    }

    @Test
    void aKeyThatWasTakenAwayForAWhileIsAdoptedToo() throws Exception {
        bot(KEYED, "run web");
        bot(BARE, "rerun web");
        bot(KEYED, "stop web");
        assertThat(faults(KEYED, null))
                .first()
                .satisfies(fault -> assertThat(fault.sentence())
                        .contains("Row 3 has no key, although row 2 has one", "audit adopt --head <n:hash>"));
        assertThat(adopt(KEYED, head())).isEqualTo(new UnkeyedRowAdoption.Adopted(4, 7));
        assertThat(faults(KEYED, null)).isEmpty();
        assertThat(doctor(KEYED).state()).isEqualTo(State.FINE);
    }
}
