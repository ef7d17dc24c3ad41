package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a transaction leaves to be done once it is committed. If the process dies before, sweeps find the same in the rows. */
final class AfterCommit {
    /** New asides, as their rows are. */
    final List<CardRow> asides = new ArrayList<>();

    /** Keys of asides that were changed. */
    final Set<String> changedAsides = new LinkedHashSet<>();

    /** Channels in which a card lags. */
    final Set<String> channels = new LinkedHashSet<>();

    /** Invocations that this process works on next. */
    final List<Invocation> invocations = new ArrayList<>();

    /** Whether a key is due at once. */
    boolean keys;
}
