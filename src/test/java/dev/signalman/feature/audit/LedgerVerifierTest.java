package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerRow.Seal;
import dev.signalman.feature.audit.LedgerVerdict.Fault;
import dev.signalman.feature.audit.LedgerVerdict.Span;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any tampering is found, at the row where it was done. */
final class LedgerVerifierTest {
    private static final LedgerHasher BARE = sealing(null);
    private static final LedgerHasher KEYED = sealing(1);

    private static InMemoryLedger written(boolean keyed) {
        return new InMemoryLedger().goOn(keyed ? KEYED : BARE, 9);
    }

    private static LedgerVerdict verify(InMemoryLedger ledger, boolean keyed) {
        return ledger.verify(keyed ? KEYED : BARE);
    }

    private static void finds(LedgerVerdict verdict, long number, String words) {
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.faults().get(0).number()).isEqualTo(number);
        assertThat(verdict.faults().get(0).sentence()).contains(words);
    }

    private static void findsOnly(LedgerVerdict verdict, long number, String words) {
        finds(verdict, number, words);
        assertThat(verdict.faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatNobodyTouchedIsSound(boolean keyed) {
        var verdict = verify(written(keyed), keyed);
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.end()).isEqualTo(written(keyed).end());
        assertThat(verdict.keyed()).isEqualTo(keyed);
        assertThat(verdict.spans())
                .extracting(Span::first, Span::last)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, 9L));
        assertThat(new InMemoryLedger().verify(BARE).sound()).isTrue();
        assertThat(new InMemoryLedger().verify(KEYED).end()).isEqualTo(LedgerHead.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void anAlteredRowIsFound(int number) {
        for (var keyed : List.of(true, false)) {
            var ledger = written(keyed);
            ledger.alter(number, InMemoryLedger::otherLine);
            findsOnly(verify(ledger, keyed), number, "Row " + number + " was altered");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8})
    void anAlteredRowWithAHashOfItsOwnIsFound(int number) {
        var bare = written(false);
        bare.rewrite(number, BARE);
        findsOnly(bare.verify(BARE), number, "Row " + number + " isn't the one that row " + (number + 1));

        var keyed = written(true);
        keyed.rewrite(number, sealing(2));
        finds(keyed.verify(KEYED), number, "isn't configured");
        keyed = written(true);
        keyed.rewrite(number, BARE);
        finds(keyed.verify(KEYED), number, number == 1 ? "Row 1 isn't the one that row 2" : "has no key, although row");
    }

    @Test
    void anAlteredHashIsFound() {
        var ledger = written(false);
        ledger.alter(4, row -> row.sealed(new Seal(1, null, row.seal().previous(), "f".repeat(64))));
        findsOnly(ledger.verify(BARE), 4, "Row 4 was altered");
        ledger = written(false);
        ledger.alter(4, row -> BARE.seal(row, "f".repeat(64)));
        findsOnly(ledger.verify(BARE), 4, "Row 4 isn't the one");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aMissingRowIsFound(int number) {
        for (var keyed : List.of(true, false)) {
            var ledger = written(keyed);
            ledger.rows.remove(number - 1);
            findsOnly(verify(ledger, keyed), number, "Row " + number + " is missing");
            ledger.rows.remove(number - 1);
            findsOnly(verify(ledger, keyed), number, "Rows " + number + " to " + (number + 1) + " are missing");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aMissingRowIsFoundThoughTheOthersWereNumberedAnew(int number) {
        for (var keyed : List.of(true, false)) {
            var ledger = written(keyed);
            ledger.rows.remove(number - 1);
            ledger.number(number);
            findsOnly(verify(ledger, keyed), number, "Row " + number + " is missing");
        }
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        for (var keyed : List.of(true, false)) {
            var ledger = written(keyed);
            Collections.swap(ledger.rows, 3, 4);
            ledger.number(4);
            var verdict = verify(ledger, keyed);
            assertThat(verdict.faults()).extracting(Fault::number).containsExactly(4L, 5L);
            assertThat(verdict.faults().get(0).sentence())
                    .contains("is missing or was moved: the row there was written as row 5");

            ledger = written(keyed);
            Collections.swap(ledger.rows, 1, 6);
            ledger.number(2);
            assertThat(verify(ledger, keyed).faults()).extracting(Fault::number).containsExactly(2L, 7L);
        }
    }

    @Test
    void rowsThatChangedPlacesAndGotHashesOfTheirOwnAreFound() {
        var ledger = written(false);
        Collections.swap(ledger.rows, 3, 4);
        ledger.number(4);
        ledger.alter(4, row -> BARE.seal(row, row.seal().previous()));
        ledger.alter(5, row -> BARE.seal(row, row.seal().previous()));
        assertThat(ledger.verify(BARE).faults()).extracting(Fault::number).containsExactly(4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void aRowThatWasPutInIsFound(int number) {
        var bare = written(false);
        bare.insert(number, BARE);
        findsOnly(bare.verify(BARE), number, "Row " + number + " was inserted");

        var keyed = written(true);
        keyed.insert(number, sealing(2));
        finds(keyed.verify(KEYED), number, "");
        keyed = written(true);
        keyed.insert(number, BARE);
        finds(keyed.verify(KEYED), number, "");
        keyed = written(true);
        keyed.insert(number, BARE);
        keyed.alter(
                number,
                row -> row.sealed(new Seal(
                        1, KEYED.current(), row.seal().previous(), row.seal().hash())));
        finds(keyed.verify(KEYED), number, "Row " + number + " was altered");
    }

    @Test
    void aRowWithANumberThatIsThereIsFound() {
        var ledger = written(false);
        ledger.rows.add(5, ledger.rows.get(4));
        finds(ledger.verify(BARE), 5, "Row 5 was inserted");
        ledger = written(false);
        ledger.rows.add(0, ledger.rows.get(4).numbered(0));
        finds(ledger.verify(BARE), 0, "Row 0 was inserted");
    }

    @Test
    void aTailThatWasCutOffIsFoundByWhatIsNotedOrByAHeadThatWasKept() {
        var ledger = written(true);
        var head = ledger.end();
        ledger.rows.remove(8);
        findsOnly(ledger.verify(KEYED, null, head), 9, "Row 9 is cut off: the ledger once had 9 rows");
        findsOnly(ledger.verify(KEYED, head, ledger.end()), 9, "Row 9 is cut off");
        assertThat(ledger.verify(KEYED, null, ledger.end()).sound())
                .as("who notes the new end too is not found without a head")
                .isTrue();
        ledger.rows.clear();
        findsOnly(ledger.verify(KEYED, head, LedgerHead.EMPTY), 1, "Rows 1 to 9 are cut off");
    }

    @Test
    void aLedgerThatWentOnSinceAHeadWasKeptIsSound() {
        var ledger = written(false);
        var head = ledger.end();
        ledger.goOn(BARE, 3);
        assertThat(ledger.verify(BARE, head, ledger.end()).faults()).isEmpty();
        assertThat(ledger.verify(BARE, LedgerHead.EMPTY, head).faults()).isEmpty();
    }

    @Test
    void whatWasMadeAnewWithoutAKeyIsFoundByAHeadThatWasKept() {
        var ledger = written(false);
        var head = ledger.end();
        ledger.forge(3, BARE);
        assertThat(ledger.verify(BARE).sound())
                .as("a chain without a key cannot tell")
                .isTrue();
        findsOnly(
                ledger.verify(BARE, head, ledger.end()),
                9,
                "doesn't match the head that you kept: it, or rows before it, were rewritten.");
        findsOnly(ledger.verify(BARE, null, head), 9, "isn't the one recorded as the last: it was rewritten.");
    }

    @Test
    void whatWasMadeAnewByWhoeverHasNotGotTheKeyIsFound() {
        for (int from : List.of(1, 5)) {
            var ledger = written(true);
            ledger.forge(from, BARE);
            finds(
                    ledger.verify(KEYED),
                    from == 1 ? 9 : 5,
                    from == 1
                            ? "No row has a key, although one is set: someone without it may have written the whole ledger."
                            : "has no key, although row 4");
            ledger = written(true);
            ledger.forge(from, sealing(2));
            finds(
                    ledger.verify(KEYED),
                    from,
                    "which isn't configured, so it and others can't be verified. Set that key as "
                            + "SIGNALMAN_ENCRYPTION_KEY, or add it to SIGNALMAN_OLD_ENCRYPTION_KEYS.");
        }
    }

    @Test
    void keysMayChangeAsLongAsAllAreGiven() {
        var ledger = new InMemoryLedger().goOn(BARE, 2).goOn(sealing(1), 2).goOn(sealing(2, 1), 2);
        var bare = ledger.rows.get(1).head();
        assertThat(ledger.verify(sealing(2, 1), bare, ledger.end()).faults()).isEmpty();
        assertThat(ledger.verify(sealing(null, 2, 1), bare, ledger.end()).faults())
                .isEmpty();
        findsOnly(ledger.verify(sealing(2, 1)), 1, "Rows 1 to 2 have no key, and row 3 has one");
        assertThat(ledger.verify(sealing(2, 1)).spans())
                .extracting(span -> span.first() + "-" + span.last() + " " + span.keyId())
                .containsExactly(
                        "1-2 null",
                        "3-4 " + sealing(1).current(),
                        "5-6 " + sealing(2).current());
        var verdict = ledger.verify(sealing(2), bare, ledger.end());
        findsOnly(
                verdict,
                3,
                "Row 3 was signed with key " + sealing(1).current()
                        + ", which isn\'t configured, so it and others can't be verified. Set that key as "
                        + "SIGNALMAN_ENCRYPTION_KEY, or add it to SIGNALMAN_OLD_ENCRYPTION_KEYS.");
        findsOnly(ledger.verify(sealing(1), bare, ledger.end()), 5, "isn't configured");
        assertThat(ledger.verify(sealing(null), bare, ledger.end()).faults())
                .extracting(Fault::number)
                .containsExactly(3L, 5L);
        ledger.rewrite(1, BARE);
        findsOnly(ledger.verify(sealing(2, 1)), 1, "Row 1 isn't the one that row 2");
    }

    @Test
    void aKeyThatWasTakenAwayIsAFaultUnlessAHeadWasKeptSince() {
        var ledger = new InMemoryLedger().goOn(KEYED, 3).goOn(BARE, 2);
        findsOnly(ledger.verify(KEYED), 4, "Row 4 has no key, although row 3 has one");
        findsOnly(ledger.verify(sealing(null, 1)), 4, "Row 4 has no key");
        assertThat(ledger.verify(KEYED, ledger.end(), ledger.end()).faults()).isEmpty();
        var head = ledger.end();
        ledger.goOn(BARE, 1);
        findsOnly(ledger.verify(KEYED, head, ledger.end()), 6, "Row 6 has no key, although row 3 has one");
        ledger.goOn(KEYED, 1).goOn(BARE, 1);
        assertThat(ledger.verify(KEYED).faults()).extracting(Fault::number).containsExactly(4L, 8L);
    }

    @Test
    void rowsOfAnotherVersionAreNotTakenForSound() {
        var ledger = written(false);
        ledger.alter(
                9,
                row -> row.sealed(
                        new Seal(2, null, row.seal().previous(), row.seal().hash())));
        findsOnly(ledger.verify(BARE), 9, "another version");
    }
}
