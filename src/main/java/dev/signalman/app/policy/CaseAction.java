package dev.signalman.app.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody does in a case. */
enum CaseAction {
    PROMOTE,
    RUN,
    RERUN,
    REBUILD,
    /** Starts the deploy outside Signalman; it waits at the gate. */
    GATE,
    UNLOCK;

    static Optional<CaseAction> read(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(CaseAction::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the case must name the promotion. */
    boolean ofAPromotion() {
        return this == PROMOTE || this == UNLOCK;
    }

    /** Whether the case must name the file that starts. */
    boolean ofAFile() {
        return this != PROMOTE && this != UNLOCK;
    }
}
