package dev.signalman.app.config;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last reload.
 *
 * @param since when the current configuration was read
 * @param tried when the last reload was refused; null if it was applied
 * @param faults why it was refused; empty if it was applied
 * @param waiting changed keys of the file that need a restart
 */
public record ReloadStatus(
        Instant since, @Nullable Instant tried, List<ConfigurationFault> faults, List<String> waiting) {
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

    /** The status after a refused reload; the current configuration stays. */
    ReloadStatus refused(Instant now, List<ConfigurationFault> why) {
        return new ReloadStatus(since, now, why, waiting);
    }
}
