package dev.signalman.feature.locks;

import dev.signalman.feature.locks.TargetHold.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lock or freeze holds in Semaphore's web.
 *
 * @param words the state, as a clause without a full stop
 */
record WebHoldStatus(String words) {
    private static final WebHoldStatus NOT_YET = new WebHoldStatus("Semaphore's web UI isn't locked yet");

    /** The state according to a promotion's holds. */
    static WebHoldStatus of(List<TargetHold> rows) {
        if (rows.isEmpty() || rows.stream().anyMatch(TargetHold::asking)) {
            return NOT_YET;
        }
        return rows.stream()
                .filter(row -> row.state() == State.REFUSED)
                .findFirst()
                .map(row -> new WebHoldStatus("Semaphore's web UI isn't locked: " + stripped(row.words())))
                .orElseGet(() -> bound(rows));
    }

    private static WebHoldStatus bound(List<TargetHold> rows) {
        return rows.stream().allMatch(row -> row.state() == State.FOREIGN)
                ? new WebHoldStatus("Semaphore's web UI is locked too: someone else deactivated the deployment target")
                : new WebHoldStatus("Semaphore's web UI is locked too (deployment target deactivated)");
    }

    private static String stripped(@Nullable String words) {
        var said = words == null ? "Semaphore refused" : words.strip();
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
