package dev.signalman.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** An intake that keeps what it takes, and refuses while its database is away. */
public final class InMemoryIntake implements Intake {
    public final Map<String, Invocation> taken = new LinkedHashMap<>();
    public boolean away;
    private int room = Integer.MAX_VALUE;

    /** The database goes away once so many more were taken. */
    public void awayAfter(int takings) {
        room = takings;
    }

    @Override
    public Taking take(Invocation invocation) {
        if (away || room-- <= 0) {
            throw new IntakeFailedException(new IllegalStateException("The database is away"));
        }
        return taken.putIfAbsent(invocation.id(), invocation) == null ? Taking.NEW : Taking.REPEATED;
    }
}
