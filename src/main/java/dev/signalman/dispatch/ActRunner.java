package dev.signalman.dispatch;

import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<Class<? extends Command>, Carrier<?>> carriers;
    private final Journal journal;
    private final Whispers whispers;
    private final Grammar grammar;
    private final ActMeter meter;
    private final Bookkeeping books;

    @Inject
    ActRunner(
            Map<Class<? extends Command>, Carrier<?>> carriers,
            Journal journal,
            Whispers whispers,
            Grammar grammar,
            ActMeter meter,
            Bookkeeping books) {
        this.carriers = carriers;
        this.journal = journal;
        this.whispers = whispers;
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
        Carried carried;
        try {
            carried = carrier(pinned).carry(pinned, act);
        } catch (SemaphoreException failure) {
            if (failure.mayHaveActed()) {
                lookAfter(claim, pinned, act, again);
            } else if (again && PASSING.contains(failure.kind())) {
                postpone(claim, pinned, act, Failures.words(failure));
            } else {
                settle(claim, pinned, act, notDone(Failures.words(failure), again));
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
        var refused = carried.state() == Carried.State.REFUSED;
        settle(claim, pinned, act, refused && again ? notDone(carried.words(), true) : carried);
    }

    /**
     * Records that the call is about to be made. A process that was stopped between the commit and here may be thought dead, its act
     * taken over, and the person told that nothing came of it; so it makes sure again, and finds out.
     */
    private void send(Claim claim, Act act) {
        Freshness recorded;
        do {
            recorded = Freshness.begin();
            journal.sending(claim, act);
        } while (recorded.over());
    }

    private static Carried notDone(String words, boolean again) {
        return again ? Carried.unknown(words) : Carried.refused(words);
    }

    /** The answer was lost, perhaps not for the first time: what may be repeated is so twice, each time after a while. */
    private void lookAfter(Claim claim, Command pinned, Act act, boolean again) {
        if (!again) {
            look(claim, pinned, act);
            return;
        }
        var sighting = sight(pinned, act);
        if (sighting instanceof Sighting.MayBeRepeated && claim.attempts() < LAST_REPETITION) {
            journal.later(claim, wait(claim.attempts()));
        } else {
            settle(claim, pinned, act, seen(sighting));
        }
    }

    private static Carried seen(Sighting sighting) {
        return sighting instanceof Sighting.Happened happened
                ? happened.carried()
                : Carried.unknown(sighting instanceof Sighting.Unclear unclear ? unclear.words() : lastWords(sighting));
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
        var sighting = sight(pinned, act);
        if (sighting instanceof Sighting.Happened happened) {
            settle(claim, pinned, act, happened.carried());
        } else if (sighting instanceof Sighting.Unclear unclear) {
            settle(claim, pinned, act, Carried.unknown(unclear.words()));
        } else if (sighting instanceof Sighting.MayBeRepeated
                && claim.attempts() > 0
                && claim.attempts() < MOST_ATTEMPTS) {
            carry(claim, pinned, act, true);
        } else {
            if (sighting instanceof Sighting.NotSeen && claim.attempts() == 0) {
                stillLooking(claim.invocation());
            }
            postpone(claim, pinned, act, lastWords(sighting));
        }
    }

    private Sighting sight(Command pinned, Act act) {
        try {
            return carrier(pinned).lookFor(pinned, act);
        } catch (SemaphoreException failure) {
            return new Sighting.NotSeen(Failures.words(failure));
        } catch (Refusal refusal) {
            return new Sighting.NotSeen(refusal.sentences());
        } catch (RuntimeException bug) {
            LOG.error("Looking for {} broke", act.token(), bug);
            return new Sighting.NotSeen("I asked Semaphore, heard no answer, and could not look for what came of it.");
        }
    }

    private void postpone(Claim claim, Command pinned, Act act, String words) {
        if (claim.attempts() >= MOST_ATTEMPTS) {
            settle(claim, pinned, act, Carried.unknown(words));
        } else {
            journal.later(claim, wait(claim.attempts()));
        }
    }

    /** Looking may take minutes, in which the person should not ask again. */
    private void stillLooking(Invocation invocation) {
        if (!invocation.actor().userId().isEmpty()) {
            whispers.tell(Answer.of(STILL_LOOKING), invocation);
        }
    }

    private static String lastWords(Sighting sighting) {
        if (sighting instanceof Sighting.NotSeen unseen) {
            return unseen.words();
        }
        return ((Sighting.MayBeRepeated) sighting).words();
    }

    private static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void settle(Claim claim, Command pinned, Act act, Carried carried) {
        var invocation = claim.invocation();
        var told = carried.state() == Carried.State.DONE ? carried : telling(carried);
        var line = grammar.print(carrier(pinned).meant(pinned));
        journal.settle(claim, act, told, books.settled(line, carrier(pinned).doer(act), act, told));
        meter.settled(grammar.verbOf(pinned).words(), told.state());
        var secret = told.whisper();
        if (secret != null) {
            whispers.tell(secret, invocation);
        }
    }

    /** A person hears of what was not done, unless the carrier says it in its own card. */
    private static Carried telling(Carried carried) {
        if (!carried.deliveries().isEmpty()) {
            return carried;
        }
        Card card = carried.state() == Carried.State.REFUSED
                ? Failures.refused(carried.words())
                : Failures.unknown(carried.words());
        List<Delivery> deliveries = new ArrayList<>(carried.deliveries());
        deliveries.add(new Delivery.ToAsker(card));
        return new Carried(
                carried.state(), carried.words(), List.copyOf(deliveries), carried.followUps(), carried.whisper());
    }

    @SuppressWarnings("unchecked") // HandlerBinder lets nobody bind a carrier to another type than its own
    private Carrier<Command> carrier(Command pinned) {
        var carrier = (Carrier<Command>) carriers.get(pinned.getClass());
        if (carrier == null) {
            throw new IllegalStateException(
                    "Nothing carries out " + pinned.getClass().getSimpleName());
        }
        return carrier;
    }
}
