package dev.signalman.app.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads the time of a case: with an offset, or as the clocks of a zone show it. */
final class CaseTime {
    private CaseTime() {}

    /**
     * Reads {@code 2026-12-01T10:00Z}, {@code 2026-12-01T11:00+01:00} or {@code 2026-12-01T11:00 Europe/Belgrade}.
     *
     * @throws IllegalArgumentException when it is none of these, with a phrase that says what is wrong
     */
    static Instant read(String text) {
        var words = text.strip().split(" +", -1);
        try {
            return words.length == 2
                    ? local(LocalDateTime.parse(words[0]), ZoneId.of(words[1]))
                    : OffsetDateTime.parse(words[0]).toInstant();
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "must be a time such as 2026-12-01T10:00Z or \"2026-12-01T11:00 Europe/Belgrade\"", malformed);
        }
    }

    private static Instant local(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("is skipped by the clocks of " + zone + "; use a time that they show");
        }
        if (offsets.size() > 1) {
            throw new IllegalArgumentException("is shown twice by the clocks of " + zone
                    + "; write it with an offset, such as " + time + offsets.get(0));
        }
        return time.toInstant(offsets.get(0));
    }
}
