package dev.signalman.simulator.semaphore.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pending faults in order. */
public final class SemaphoreFaults {
    private final List<SemaphoreFault> waiting = new ArrayList<>();

    public synchronized void add(SemaphoreFault fault) {
        waiting.add(fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** The fault for this call, if any; counts it. */
    synchronized Optional<SemaphoreFault> strike(String method, String path) {
        for (int index = 0; index < waiting.size(); index++) {
            var fault = waiting.get(index);
            if (fault.strikes(method, path)) {
                if (fault.times() > 1) {
                    waiting.set(index, fault.times() == Integer.MAX_VALUE ? fault : fault.times(fault.times() - 1));
                } else {
                    waiting.remove(index);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
