package dev.signalman.feature.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerRow.Seal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Properties of all rows and chains. */
final class ChainPropertiesTest {
    private static final LedgerHasher SEALING = SampleLedgerKeys.sealing(1);

    @Provide
    Arbitrary<LedgerRow> rows() {
        var text = Arbitraries.oneOf(
                Arbitraries.of("", "-", "1:a", "a\nname 1:b", "line -", "\n", "é", "\ud83d\ude80"),
                Arbitraries.strings().withChars("ab:\n -1").ofMaxLength(6));
        var optional = text.injectNull(0.4);
        var names = Combinators.combine(text, text, optional, optional, optional, optional)
                .as((user, name, team, account, channel, thread) ->
                        new String[] {user, name, team, account, channel, thread});
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(0, 3),
                        text,
                        names,
                        text,
                        optional,
                        text,
                        text)
                .as((number, micros, kind, name, line, rules, outcome, words) -> new LedgerRow(
                        number,
                        Instant.EPOCH.plusNanos(1000 * micros),
                        kind,
                        name[0],
                        name[1],
                        name[2],
                        name[3],
                        name[4],
                        name[5],
                        line,
                        rules,
                        outcome,
                        words,
                        new Seal(1, null, "p", "")));
    }

    @Property
    void onlyTheSameRowsHaveTheSameBytes(@ForAll("rows") LedgerRow one, @ForAll("rows") LedgerRow other) {
        assertThat(java.util.Arrays.equals(LedgerRowEncoding.of(one), LedgerRowEncoding.of(other)))
                .isEqualTo(one.equals(other));
    }

    @Property
    void aRowFitsItsOwnHashAndNoOther(@ForAll("rows") LedgerRow row, @ForAll("rows") LedgerRow other) {
        var sealed = SEALING.seal(row, "p");
        assertThat(SEALING.fits(sealed)).contains(true);
        assertThat(SEALING.fits(other.sealed(sealed.seal()))).contains(row.equals(other));
    }

    @Property(tries = 200)
    void aChainOfWhateverKeysIsSoundAndOneChangedByteIsFoundWhereItIs(
            @ForAll("keys") List<@Nullable Integer> keys, @ForAll @IntRange(min = 0, max = 999) int which) {
        var ledger = new InMemoryLedger();
        keys.forEach(key -> ledger.goOn(SampleLedgerKeys.sealing(key), 1));
        var all = SampleLedgerKeys.sealing(1, 2, 3);
        var honest = ledger.verify(all);
        assertThat(honest.sound()).as("all have a key").isEqualTo(!keys.contains(null));
        assertThat(ledger.verify(all, ledger.end(), ledger.end()).faults()).isEmpty();

        int number = 1 + which % keys.size();
        var head = ledger.end();
        ledger.alter(number, InMemoryLedger::otherLine);
        assertThat(ledger.verify(all, head, head).faults())
                .extracting(LedgerVerdict.Fault::number)
                .containsExactly((long) number);
    }

    @Provide
    Arbitrary<List<@Nullable Integer>> keys() {
        return Arbitraries.integers()
                .between(1, 3)
                .injectNull(0.3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
