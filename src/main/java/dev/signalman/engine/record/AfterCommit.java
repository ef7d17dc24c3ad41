package dev.signalman.engine.record;

import dev.signalman.dispatch.Invocation;
import dev.signalman.engine.cards.CardChanges;
import java.util.ArrayList;
import java.util.List;

/** What a transaction leaves to be done once it is committed. If the process dies before, pollers find the same in the rows. */
public final class AfterCommit {
    private final CardChanges cards = new CardChanges();
    private final List<Invocation> invocations = new ArrayList<>();
    private boolean keys;

    /** Cards to be shown. */
    public CardChanges cards() {
        return cards;
    }

    /** Invocations that this process works on next. */
    public List<Invocation> invocations() {
        return invocations;
    }

    /** A key is due at once. */
    void keyIsDue() {
        keys = true;
    }

    /** Whether a key is due at once. */
    boolean isKeyDue() {
        return keys;
    }
}
