package dev.signalman.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** An intake that keeps what it takes, and refuses while its database is away. */
public final class RememberedIntake implements Intake {
    public final Map<String, Invocation> taken = new LinkedHashMap<>();
    public boolean away;

    @Override
    public Taking take(Invocation invocation) {
        if (away) {
            throw new NotTakenException(new IllegalStateException("The database is away"));
        }
        return taken.putIfAbsent(invocation.id(), invocation) == null ? Taking.NEW : Taking.REPEATED;
    }
}
