package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out acts, each once: the intent is recorded before, the result after, and an act whose answer was lost is looked for
 * before anything is asked for again.
 */
final class ActRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ActRunner.class);
    private static final int MOST_ATTEMPTS = 8;

    private static final String STILL_LOOKING =
            "I asked Semaphore and got no answer. I am still looking for the result, and will tell you.";

    /** The attempt in which what may be repeated is asked for the last time. */
    private static final int LAST_REPETITION = 2;

    /** What may go better in a while. */
    private static final Set<Kind> PASSING = Set.of(Kind.UNREACHABLE, Kind.BROKEN, Kind.LIMITED);

    private final Map<Class<? extends Command>, ActExecutor<?>> executors;
    private final Journal journal;
    private final EphemeralSecrets ephemeralSecrets;
    private final Grammar grammar;
    private final ActMeter meter;
    private final LedgerEntryFactory books;

    @Inject
    ActRunner(
            Map<Class<? extends Command>, ActExecutor<?>> executors,
            Journal journal,
            EphemeralSecrets ephemeralSecrets,
            Grammar grammar,
            ActMeter meter,
            LedgerEntryFactory books) {
        this.executors = executors;
        this.journal = journal;
        this.ephemeralSecrets = ephemeralSecrets;
        this.grammar = grammar;
        this.meter = meter;
        this.books = books;
    }

    /** Carries out an act that was just intended. */
    void begin(Claim claim, Command pinned, Act act) {
        carry(claim, pinned, act, false);
    }

    /** A failure of the second time says nothing of the first: only the first can be settled as refused. */
    private void carry(Claim claim, Command pinned, Act act, boolean again) {
        send(claim, act);
        ActResult result;
        try {
            result = carrier(pinned).carry(pinned, act);
        } catch (SemaphoreException failure) {
            if (failure.mayHaveActed()) {
                lookAfter(claim, pinned, act, again);
            } else if (again && PASSING.contains(failure.kind())) {
                postpone(claim, pinned, act, FailureCards.words(failure));
            } else {
                settle(claim, pinned, act, notDone(FailureCards.words(failure), again));
            }
            return;
        } catch (Refusal refusal) {
            settle(claim, pinned, act, notDone(refusal.sentences(), again));
            return;
        } catch (RuntimeException bug) {
            LOG.error("Carrying out {} broke", claim.invocation().id(), bug);
            lookAfter(claim, pinned, act, again);
            return;
        }
        var refused = result.state() == ActResult.State.REFUSED;
        settle(claim, pinned, act, refused && again ? notDone(result.words(), true) : result);
    }

    /**
     * Records that the call is about to be made. A process that was stopped between the commit and here may be thought dead, its act
     * taken over, and the person told that nothing came of it; so it makes sure again, and finds out.
     */
    private void send(Claim claim, Act act) {
        LeaseFreshness recorded;
        do {
            recorded = LeaseFreshness.begin();
            journal.sending(claim, act);
        } while (recorded.over());
    }

    private static ActResult notDone(String words, boolean again) {
        return again ? ActResult.unknown(words) : ActResult.refused(words);
    }

    /** The answer was lost, perhaps not for the first time: what may be repeated is so twice, each time after a while. */
    private void lookAfter(Claim claim, Command pinned, Act act, boolean again) {
        if (again) {
            sight(pinned, act).accept(new AfterRepetition(claim, pinned, act)).run();
        } else {
            look(claim, pinned, act);
        }
    }

    /** Takes up an act that an earlier attempt, perhaps of a process that died, left in the open. */
    void resume(Claim claim, Command pinned, Claim.Pending pending) {
        if (pending.sent()) {
            look(claim, pinned, pending.act());
        } else {
            begin(claim, pinned, pending.act());
        }
    }

    private void look(Claim claim, Command pinned, Act act) {
        sight(pinned, act).accept(new AfterLoss(claim, pinned, act)).run();
    }

    /** What follows when an answer was lost, from what a look tells. */
    private class AfterLoss implements ProbeResult.Visitor<Runnable> {
        final Claim claim;
        final Command pinned;
        final Act act;

        AfterLoss(Claim claim, Command pinned, Act act) {
            this.claim = claim;
            this.pinned = pinned;
            this.act = act;
        }

        @Override
        public Runnable happened(ActResult carried) {
            return () -> settle(claim, pinned, act, carried);
        }

        @Override
        public Runnable mayBeRepeated(String words) {
            return claim.attempts() > 0 && claim.attempts() < MOST_ATTEMPTS
                    ? () -> carry(claim, pinned, act, true)
                    : () -> postpone(claim, pinned, act, words);
        }

        @Override
        public Runnable notSeen(String words) {
            return () -> {
                if (claim.attempts() == 0) {
                    stillLooking(claim.invocation());
                }
                postpone(claim, pinned, act, words);
            };
        }

        @Override
        public Runnable unclear(String words) {
            return () -> settle(claim, pinned, act, ActResult.unknown(words));
        }
    }

    /** What follows when the answer to a repetition was lost, too. */
    private final class AfterRepetition extends AfterLoss {
        AfterRepetition(Claim claim, Command pinned, Act act) {
            super(claim, pinned, act);
        }

        @Override
        public Runnable mayBeRepeated(String words) {
            return claim.attempts() < LAST_REPETITION
                    ? () -> journal.later(claim, RetrySchedule.ANSWER.after(claim.attempts()))
                    : unclear(words);
        }

        @Override
        public Runnable notSeen(String words) {
            return unclear(words);
        }
    }

    private ProbeResult sight(Command pinned, Act act) {
        try {
            return carrier(pinned).lookFor(pinned, act);
        } catch (SemaphoreException failure) {
            return new ProbeResult.NotSeen(FailureCards.words(failure));
        } catch (Refusal refusal) {
            return new ProbeResult.NotSeen(refusal.sentences());
        } catch (RuntimeException bug) {
            LOG.error("Looking for {} broke", act.token(), bug);
            return new ProbeResult.NotSeen(
                    "I asked Semaphore, heard no answer, and could not look for what came of it.");
        }
    }

    private void postpone(Claim claim, Command pinned, Act act, String words) {
        if (claim.attempts() >= MOST_ATTEMPTS) {
            settle(claim, pinned, act, ActResult.unknown(words));
        } else {
            journal.later(claim, RetrySchedule.ANSWER.after(claim.attempts()));
        }
    }

    /** Looking may take minutes, in which the person should not ask again. */
    private void stillLooking(Invocation invocation) {
        if (!invocation.actor().userId().isEmpty()) {
            ephemeralSecrets.tell(TextCard.of(STILL_LOOKING), invocation);
        }
    }

    private void settle(Claim claim, Command pinned, Act act, ActResult result) {
        var invocation = claim.invocation();
        var told = result.state() == ActResult.State.DONE ? result : telling(result);
        var line = grammar.print(carrier(pinned).meant(pinned));
        journal.settle(claim, act, told, books.settled(line, carrier(pinned).doer(act), act, told));
        meter.settled(grammar.verbOf(pinned).words(), told.state());
        var secret = told.whisper();
        if (secret != null) {
            ephemeralSecrets.tell(secret, invocation);
        }
    }

    /** A person hears of what was not done, unless the executor says it in its own card. */
    private static ActResult telling(ActResult result) {
        if (!result.outcome().deliveries().isEmpty()) {
            return result;
        }
        Card card = result.state() == ActResult.State.REFUSED
                ? FailureCards.refused(result.words())
                : FailureCards.unknown(result.words());
        return result.saying(new Delivery.ToAsker(card));
    }

    @SuppressWarnings("unchecked") // HandlerBinder lets nobody bind an executor to another type than its own
    private ActExecutor<Command> carrier(Command pinned) {
        var executor = (ActExecutor<Command>) executors.get(pinned.getClass());
        if (executor == null) {
            throw new IllegalStateException(
                    "Nothing carries out " + pinned.getClass().getSimpleName());
        }
        return executor;
    }
}
