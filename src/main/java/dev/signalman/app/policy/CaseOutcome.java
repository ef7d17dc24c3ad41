package dev.signalman.app.policy;

import dev.signalman.ruling.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a request. */
enum CaseOutcome {
    /** It goes. */
    GRANTED,
    /** It goes when more people approve. */
    APPROVALS,
    /** It goes when time has passed or a lock has ended; no vote is missing. */
    WAITS,
    /** It does not go. */
    REFUSED;

    static CaseOutcome of(Decision decision) {
        if (decision.granted()) {
            return GRANTED;
        }
        if (decision.mayBeAskedFor()) {
            return APPROVALS;
        }
        return decision.onlyWaits() ? WAITS : REFUSED;
    }

    static Optional<CaseOutcome> read(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(CaseOutcome::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
