package dev.signalman.app.config;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it went when the configuration was read the last time.
 *
 * @param since when what holds now was read
 * @param tried when it was read anew and not taken; null when the last one was taken
 * @param faults why not; empty when the last one was taken
 * @param waiting keys of the file that were changed and need a restart
 */
public record Rereading(Instant since, @Nullable Instant tried, List<Fault> faults, List<String> waiting) {
    /** Keeps its own copies. */
    public Rereading {
        faults = List.copyOf(faults);
        waiting = List.copyOf(waiting);
    }

    static Rereading atTheStart(Instant now) {
        return taken(now, List.of());
    }

    static Rereading taken(Instant now, List<String> waiting) {
        return new Rereading(now, null, List.of(), waiting);
    }

    /** The same configuration goes on, after another one that has faults. */
    Rereading refused(Instant now, List<Fault> why) {
        return new Rereading(since, now, why, waiting);
    }
}
