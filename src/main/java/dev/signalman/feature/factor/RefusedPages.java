package dev.signalman.feature.factor;

import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.port.Waker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Tells a person that a try with a passkey on a page of theirs was refused, and the ledger, too. The stored state is the number of tries that were told of. */
final class RefusedPages implements Reconciler {
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final People people;
    private final Waker waker;

    @Inject
    RefusedPages(Jdbi jdbi, People people, Waker waker) {
        this.jdbi = jdbi;
        this.people = people;
        this.waker = waker;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PASSKEY_PAGE;
    }

    /** Tells in a moment, in case the bot dies right after the commit. */
    void tellsSoon(PasskeyPage page) {
        tell(page, TELLS_WITHIN);
    }

    void tell(PasskeyPage page) {
        tell(page, Duration.ZERO);
    }

    private void tell(PasskeyPage page, Duration delay) {
        waker.wake(Wake.after(delay, kind(), page.id(), page.place()), Actor.NOBODY);
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var refused =
                jdbi.withHandle(handle -> SpentPages.wrongTry(handle, key.id())).orElse(null);
        if (refused == null || key.seen().equals(Integer.toString(refused.tries()))) {
            return new ReconcileResult.Over();
        }
        var owner = new Actor(refused.userId(), people.nameOf(refused.userId()), null);
        var told = new Delivery.ToPlace(Place.channel(refused.userId()), words(refused));
        var entry = LedgerEntry.act(
                owner,
                key.waking().place(),
                refused.line(),
                null,
                ActResult.State.REFUSED,
                "A try with a passkey was refused: " + refused.words());
        return ReconcileResult.changed(
                Integer.toString(refused.tries()), Outcome.deliver(told).recording(entry));
    }

    private static TextCard words(SpentPages.WrongTry refused) {
        var line = Text.empty()
                .symbol(Symbol.WARNING)
                .plain("A try with a passkey on a page of yours was refused: " + refused.words() + ".");
        return new TextCard(
                line.spoken(),
                List.of(
                        line,
                        Text.of("If this wasn't you, someone else uses your Slack account: sign out of Slack "
                                + "everywhere, and tell your Signalman admin.")),
                List.of(),
                CardActions.NONE);
    }
}
