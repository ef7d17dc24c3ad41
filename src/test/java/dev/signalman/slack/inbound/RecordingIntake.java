package dev.signalman.slack.inbound;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes in what comes and remembers it; or does as it is told. */
final class RecordingIntake implements Intake {
    private final List<Invocation> taken = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private volatile Intake behavior = this::remember;

    @Override
    public Taking take(Invocation invocation) {
        return behavior.take(invocation);
    }

    void behave(Intake behavior) {
        this.behavior = behavior;
    }

    synchronized List<Invocation> taken() {
        return List.copyOf(taken);
    }

    Invocation only() {
        var all = taken();
        if (all.size() != 1) {
            throw new AssertionError("Not one invocation but " + all);
        }
        return all.get(0);
    }

    private synchronized Taking remember(Invocation invocation) {
        if (!ids.add(invocation.id())) {
            return Taking.REPEATED;
        }
        taken.add(invocation);
        return Taking.NEW;
    }
}
