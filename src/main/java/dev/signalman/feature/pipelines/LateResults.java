package dev.signalman.feature.pipelines;

import dev.signalman.command.Observe;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.SettledActs;
import jakarta.inject.Inject;

/**
 * Has the ledger keep what became of a promotion after Semaphore had taken it: its act stands there as done. An act is followed by one
 * chain of looks, and each look is concluded once, so there is one such row however many instances run, and die.
 */
final class LateResults {
    private final SettledActs acts;

    @Inject
    LateResults(SettledActs acts) {
        this.acts = acts;
    }

    /**
     * The outcome of a last look, with the row; without it for what was promoted by a version that did not say which act it was.
     *
     * @param words a clause that says what became of it
     */
    Outcome keep(Outcome last, Observe look, Invocation invocation, ActResult.State state, String words) {
        var token = look.act();
        if (token == null) {
            return last;
        }
        return acts.kept(token)
                .map(act -> last.recording(new LedgerEntry(
                        LedgerEntry.Kind.RESULT,
                        invocation.actor(),
                        null,
                        invocation.place(),
                        act.line(),
                        act.rules(),
                        state,
                        "Row " + act.number()
                                + (state == ActResult.State.REFUSED ? " came to nothing: " : " is in doubt: ") + words
                                + ".")))
                .orElse(last);
    }
}
