package dev.signalman.dispatch;

import dev.signalman.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** A journal that remembers what it was told, and refuses to write the first so many outcomes. */
final class RecordingJournal implements Journal {
    final List<String> told = new ArrayList<>();
    final List<Outcome> concluded = new ArrayList<>();
    final List<ActResult> settled = new ArrayList<>();
    final List<LedgerEntry> entries = new ArrayList<>();
    int brokenFor;
    boolean occupied;

    /** What befalls each act that is intended, in turn, from the first again after the last. */
    final List<Supplier<RuntimeException>> inTheWay = new ArrayList<>();

    /** For so many acts. */
    int inTheWayFor = Integer.MAX_VALUE;

    int intended;

    @Override
    public void conclude(Claim claim, Outcome outcome) {
        if (brokenFor-- > 0) {
            throw new IllegalStateException("This outcome cannot be written");
        }
        told.add("concluded");
        concluded.add(outcome);
    }

    @Override
    public Act intend(Claim claim, Command pinned, Outcome outcome, Set<String> known) {
        if (occupied) {
            throw ActMutexHeldException.by(Objects.requireNonNull(outcome.section()));
        }
        if (intended++ < inTheWayFor && !inTheWay.isEmpty()) {
            throw inTheWay.get((intended - 1) % inTheWay.size()).get();
        }
        told.add("intended");
        return new Act("token", claim.invocation().actor(), claim.invocation().place(), Instant.EPOCH, null);
    }

    @Override
    public void sending(Claim claim, Act act) {
        told.add("sending");
    }

    @Override
    public void settle(Claim claim, Act act, ActResult result, LedgerEntry entry) {
        told.add("settled " + result.state());
        settled.add(result);
        entries.add(entry);
    }

    @Override
    public void later(Claim claim, Duration wait) {
        told.add("later " + wait);
    }
}
