package dev.signalman.engine.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cards that a transaction changed, to be shown once it is committed. */
public final class CardChanges {
    /** New asides, as their rows are. */
    final List<CardRow> asides = new ArrayList<>();

    /** Keys of asides that were changed. */
    final Set<String> changedAsides = new LinkedHashSet<>();

    /** Channels in which a card lags. */
    final Set<String> channels = new LinkedHashSet<>();
}
