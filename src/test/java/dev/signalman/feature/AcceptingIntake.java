package dev.signalman.feature;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Accepts and records everything. */
public final class AcceptingIntake implements Intake {
    private final List<String> lines = new ArrayList<>();

    @Override
    public Taking take(Invocation invocation) {
        lines.add(invocation.line());
        return Taking.NEW;
    }

    /** The accepted lines, in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
