package dev.signalman.journal;

import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Work to do after a transaction's commit. If the process dies first, the pollers find the same work in the rows. */
final class AfterCommit {
    /** New asides. */
    final List<CardRow> asides = new ArrayList<>();

    /** Keys of changed asides. */
    final Set<String> changedAsides = new LinkedHashSet<>();

    /** Channels with unsent cards. */
    final Set<String> channels = new LinkedHashSet<>();

    /** Invocations for this process's workers. */
    final List<Invocation> invocations = new ArrayList<>();
}
