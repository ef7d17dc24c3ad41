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
public record ReloadStatus(
        Instant since, @Nullable Instant tried, List<ConfigurationFault> faults, List<String> waiting) {
    /** Keeps its own copies. */
    public ReloadStatus {
        faults = List.copyOf(faults);
        waiting = List.copyOf(waiting);
    }

    static ReloadStatus atTheStart(Instant now) {
        return taken(now, List.of());
    }

    static ReloadStatus taken(Instant now, List<String> waiting) {
        return new ReloadStatus(now, null, List.of(), waiting);
    }

    /** The same configuration goes on, after another one that has faults. */
    ReloadStatus refused(Instant now, List<ConfigurationFault> why) {
        return new ReloadStatus(since, now, why, waiting);
    }
}
