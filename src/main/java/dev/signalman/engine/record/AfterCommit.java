package dev.signalman.engine.record;

import dev.signalman.dispatch.Invocation;
import dev.signalman.engine.cards.CardChanges;
import java.util.ArrayList;
import java.util.List;

/** Collects the work that follows a commit. If the process dies before that, pollers find the work in the database. */
public final class AfterCommit {
    private final CardChanges cards = new CardChanges();
    private final List<Invocation> invocations = new ArrayList<>();
    private boolean keys;

    /** The cards to show. */
    public CardChanges cards() {
        return cards;
    }

    /** The invocations that this process handles next. */
    public List<Invocation> invocations() {
        return invocations;
    }

    /** Notes that a key is due at once. */
    void keyIsDue() {
        keys = true;
    }

    boolean isKeyDue() {
        return keys;
    }
}
