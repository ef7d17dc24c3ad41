package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out acts, each once: the intent is recorded before, the result after, and an act whose answer was lost is looked for
 * before anything is asked for again.
 */
final class ActRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ActRunner.class);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<Class<? extends Command>, Carrier<?>> carriers;
    private final Journal journal;
    private final Whispers whispers;
    private final Grammar grammar;
    private final ActMeter meter;

    @Inject
    ActRunner(
            Map<Class<? extends Command>, Carrier<?>> carriers,
            Journal journal,
            Whispers whispers,
            Grammar grammar,
            ActMeter meter) {
        this.carriers = carriers;
        this.journal = journal;
        this.whispers = whispers;
        this.grammar = grammar;
        this.meter = meter;
    }

    /** Carries out an act that was just intended. */
    void begin(Claim claim, Command pinned, Act act) {
        journal.sending(claim, act);
        Carried carried;
        try {
            carried = carrier(pinned).carry(pinned, act);
        } catch (SemaphoreException failure) {
            if (failure.mayHaveActed()) {
                look(claim, pinned, act);
            } else {
                settle(claim, pinned, act, Carried.refused(Failures.words(failure)));
            }
            return;
        } catch (Refusal refusal) {
            settle(claim, pinned, act, Carried.refused(refusal.sentences()));
            return;
        } catch (RuntimeException bug) {
            LOG.error("Carrying out {} broke", claim.invocation().id(), bug);
            look(claim, pinned, act);
            return;
        }
        settle(claim, pinned, act, carried);
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
        Sighting sighting;
        try {
            sighting = carrier(pinned).lookFor(pinned, act);
        } catch (SemaphoreException failure) {
            sighting = new Sighting.NotSeen(Failures.words(failure));
        }
        if (sighting instanceof Sighting.Happened happened) {
            settle(claim, pinned, act, happened.carried());
        } else if (sighting instanceof Sighting.Unclear unclear) {
            settle(claim, pinned, act, Carried.unknown(unclear.words()));
        } else if (claim.attempts() >= MOST_ATTEMPTS) {
            settle(claim, pinned, act, Carried.unknown(lastWords(sighting)));
        } else if (sighting instanceof Sighting.MayBeRepeated && claim.attempts() > 0) {
            begin(new Claim(claim.invocation(), claim.pending(), MOST_ATTEMPTS), pinned, act);
        } else {
            journal.later(claim, wait(claim.attempts()));
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
        journal.settle(claim, act, told);
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
