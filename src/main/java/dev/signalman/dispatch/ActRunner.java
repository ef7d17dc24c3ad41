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
 * Carries out each act once. It records the intent before the call and the result after it. If the response is lost, it
 * checks whether the act happened before it repeats the call.
 */
final class ActRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ActRunner.class);
    private static final int MOST_ATTEMPTS = 8;

    private static final String STILL_LOOKING =
            "Semaphore hasn't answered yet. I'm checking what happened and will let you know.";

    /** The last attempt in which a repeatable act is repeated. */
    private static final int LAST_REPETITION = 2;

    /** Failures that may pass. */
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

    /** Carries out an act that was just recorded as intended. */
    void begin(Claim claim, Command pinned, Act act) {
        carry(claim, pinned, act, false);
    }

    /**
     * Makes the call. Only a failed first call settles the act as refused: a failed repetition does not tell whether
     * the first call succeeded.
     */
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
            LOG.error(
                    "Command {} failed; checking whether it took effect",
                    claim.invocation().id(),
                    bug);
            lookAfter(claim, pinned, act, again);
            return;
        }
        var refused = result.state() == ActResult.State.REFUSED;
        settle(claim, pinned, act, refused && again ? notDone(result.words(), true) : result);
    }

    /**
     * Records that the call is about to be made. If the process was paused meanwhile, another instance may have taken
     * the act over, so a stale record is written again. That fails if the claim is lost.
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

    /**
     * Checks for an act whose response was lost. A repeatable act is repeated twice at most, each time after a delay.
     */
    private void lookAfter(Claim claim, Command pinned, Act act, boolean again) {
        if (again) {
            sight(pinned, act).accept(new AfterRepetition(claim, pinned, act)).run();
        } else {
            look(claim, pinned, act);
        }
    }

    /** Resumes an act that an earlier attempt, perhaps in a process that died, did not settle. */
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

    /** Decides what to do after the first response was lost. */
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

    /** Decides what to do after the response to a repetition was lost. */
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
            LOG.error("Checking the result of {} failed; checking again", act.token(), bug);
            return new ProbeResult.NotSeen("Semaphore didn't answer, and I couldn't check what happened.");
        }
    }

    private void postpone(Claim claim, Command pinned, Act act, String words) {
        if (claim.attempts() >= MOST_ATTEMPTS) {
            settle(claim, pinned, act, ActResult.unknown(words));
        } else {
            journal.later(claim, RetrySchedule.ANSWER.after(claim.attempts()));
        }
    }

    /** Tells the person that the check continues: it may take minutes, and they should not ask again. */
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

    /** Adds a card for an act that was not done, unless the executor delivers one. */
    private static ActResult telling(ActResult result) {
        if (!result.outcome().deliveries().isEmpty()) {
            return result;
        }
        Card card = result.state() == ActResult.State.REFUSED
                ? FailureCards.refused(result.words())
                : FailureCards.unknown(result.words());
        return result.saying(new Delivery.ToAsker(card));
    }

    @SuppressWarnings("unchecked") // HandlerBinder binds each executor to its own command type
    private ActExecutor<Command> carrier(Command pinned) {
        var executor = (ActExecutor<Command>) executors.get(pinned.getClass());
        if (executor == null) {
            throw new IllegalStateException(
                    "Nothing carries out " + pinned.getClass().getSimpleName());
        }
        return executor;
    }
}
