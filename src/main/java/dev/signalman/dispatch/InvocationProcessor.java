package dev.signalman.dispatch;

import static java.util.Objects.requireNonNull;

import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import dev.signalman.command.Why;
import dev.signalman.domain.Person;
import jakarta.inject.Inject;
import java.util.Set;

/** Processes a claimed invocation: answers it, and carries out the act that was decided. */
public final class InvocationProcessor implements ClaimHandler {
    private static final int ENOUGH_ATTEMPTS = 6;
    private static final int MOST_TURNS = 10;

    private final Dispatcher dispatcher;
    private final Grammar grammar;
    private final Journal journal;
    private final ActRunner acts;
    private final People people;
    private final FailureCards failureCards;
    private final LedgerEntryFactory books;

    @Inject
    InvocationProcessor(
            Dispatcher dispatcher,
            Grammar grammar,
            Journal journal,
            ActRunner acts,
            People people,
            FailureCards failureCards,
            LedgerEntryFactory books) {
        this.dispatcher = dispatcher;
        this.grammar = grammar;
        this.journal = journal;
        this.acts = acts;
        this.people = people;
        this.failureCards = failureCards;
        this.books = books;
    }

    @Override
    public void on(Claim claim) {
        var named = named(claim);
        try {
            work(named);
        } catch (LostClaimException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            if (claim.attempts() < ENOUGH_ATTEMPTS) {
                throw failed; // the caller postpones it and tries again
            }
            giveUp(named, failed);
        }
    }

    /**
     * The claim with the actor's display name: Slack's payloads contain only a handle. It is unchanged when the answer
     * names nobody, or when Slack does not know the name.
     */
    private Claim named(Claim claim) {
        var invocation = claim.invocation();
        if (invocation.origin() instanceof Origin.Itself || !answerNames(invocation.line())) {
            return claim;
        }
        var person = people.find(invocation.actor().userId());
        return person.standing() == Person.Standing.UNKNOWN || person.name().isBlank()
                ? claim
                : claim.by(invocation.actor().called(person.name()));
    }

    private boolean answerNames(String line) {
        try {
            var command = grammar.read(line);
            return command instanceof Why || grammar.verbOf(command).kind() == Verb.Kind.ACTS;
        } catch (Refusal unreadable) {
            return false; // the dispatcher reads it again and reports why
        }
    }

    /** Ends an invocation that fails repeatedly, and tells the person. */
    private void giveUp(Claim claim, RuntimeException failed) {
        var card = failureCards.card(failed, claim.invocation());
        var pending = claim.pending();
        if (pending == null) {
            journal.conclude(claim, books.refused(Outcome.answer(card), claim.invocation()));
        } else {
            var unknown = new ActResult(ActResult.State.UNKNOWN, "Gave up", Outcome.answer(card), null);
            journal.settle(claim, pending.act(), unknown, books.settled(pending.line(), pending.act(), unknown));
        }
    }

    private void work(Claim claim) {
        var pending = claim.pending();
        if (pending != null) {
            acts.resume(claim, grammar.readOwn(pending.line()), pending);
            return;
        }
        decide(claim);
    }

    /**
     * Decides, and decides again if the data changed before the decision was recorded, or if other acts with the mutex
     * were settled. The number of turns is limited, so that no invocation occupies a worker for ever.
     */
    private void decide(Claim claim) {
        var known = Set.<String>of();
        for (int turn = 1; ; turn++) {
            try {
                decideOnce(claim, known);
                return;
            } catch (ActMutexHeldException others) {
                known = others.passed();
                putAside(turn, new StaleDecisionException("Who went through the section"));
            } catch (StaleDecisionException changed) {
                putAside(turn, changed);
            }
        }
    }

    /** Gives up after the last turn; the caller postpones the invocation. */
    private static void putAside(int turn, StaleDecisionException why) {
        if (turn == MOST_TURNS) {
            throw why;
        }
    }

    /**
     * @throws ActMutexHeldException when other acts with the mutex were settled that the decision may not have seen
     * @throws StaleDecisionException when the data of the decision has changed
     */
    private void decideOnce(Claim claim, Set<String> known) {
        var outcome = dispatcher.answer(claim.invocation());
        var pinned = outcome.act();
        if (pinned == null) {
            journal.conclude(claim, outcome);
            return;
        }
        Act act;
        try {
            act = journal.intend(claim, pinned, outcome, known);
        } catch (ActMutexHeldException other) {
            if (!other.passed().isEmpty()) {
                throw other;
            }
            var occupied = Outcome.answer(requireNonNull(outcome.section()).occupied());
            journal.conclude(claim, books.refused(occupied, pinned, claim.invocation()));
            return;
        }
        acts.begin(claim, pinned, act);
    }
}
