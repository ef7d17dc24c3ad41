package dev.signalman.feature.audit;

import dev.signalman.command.Audit;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Shows the last acts in a channel. */
final class AuditHandler implements Handler<Audit> {
    private static final int MOST_ON_A_CARD = 20;

    private final LedgerReader rows;

    @Inject
    AuditHandler(LedgerReader rows) {
        this.rows = rows;
    }

    @Override
    public Outcome handle(Audit command, Invocation invocation) {
        int most = Math.min(command.count(), MOST_ON_A_CARD);
        var before = command.before() == null ? Long.MAX_VALUE : command.before();
        // one extra row tells whether there are older ones
        var found = rows.newest(invocation.place().channel(), before, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return Outcome.answer(AuditCardFactory.of(shown, command, found.size() > most));
    }
}
