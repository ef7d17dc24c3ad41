package dev.signalman.dispatch;

import dev.signalman.command.Grammar;
import jakarta.inject.Inject;

/** What a worker does with an invocation that it has claimed: answer it, and carry out what was decided. */
public final class Work implements Workload {
    private final Dispatcher dispatcher;
    private final Grammar grammar;
    private final Journal journal;
    private final ActRunner acts;
    private final Naming naming;

    @Inject
    Work(Dispatcher dispatcher, Grammar grammar, Journal journal, ActRunner acts, Naming naming) {
        this.dispatcher = dispatcher;
        this.grammar = grammar;
        this.journal = journal;
        this.acts = acts;
        this.naming = naming;
    }

    @Override
    public void on(Claim claim) {
        work(naming.name(claim));
    }

    private void work(Claim claim) {
        var pending = claim.pending();
        if (pending != null) {
            acts.resume(claim, grammar.readOwn(pending.line()), pending);
            return;
        }
        var outcome = dispatcher.answer(claim.invocation());
        var pinned = outcome.act();
        if (pinned == null) {
            journal.conclude(claim, outcome);
        } else {
            acts.begin(claim, pinned, journal.intend(claim, pinned, outcome));
        }
    }
}
