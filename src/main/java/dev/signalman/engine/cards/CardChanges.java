package dev.signalman.engine.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cards that a transaction changed; they are shown after the commit. */
public final class CardChanges {
    /** New asides. */
    final List<CardRow> asides = new ArrayList<>();

    /** Keys of changed asides. */
    final Set<String> changedAsides = new LinkedHashSet<>();

    /** Channels with unsent cards. */
    final Set<String> channels = new LinkedHashSet<>();
}
