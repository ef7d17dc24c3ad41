package dev.signalman.semaphore.http;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.JobState;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The small rules that all answers share: what is empty, what is missing, and words in either case. */
final class WireMapping {
    private WireMapping() {}

    /** A name and a value, as environments list them. */
    record WireEnvVar(@Nullable String name, @Nullable String value) {}

    /** Nothing is the empty text. */
    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The empty text is nothing. */
    static @Nullable String some(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** What an answer cannot do without. */
    static <T> T needed(@Nullable T value, String field) {
        if (value == null || value.equals("")) {
            throw CallFailure.unreadable("Semaphore's answer lacks " + field);
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<@Nullable T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    /** A word in upper or lower case; one that is not known, or none, gives {@code otherwise}. */
    static <E extends Enum<E>> E word(@Nullable String word, E otherwise) {
        var wanted = text(word).toUpperCase(Locale.ROOT);
        for (var each : otherwise.getDeclaringClass().getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        return otherwise;
    }

    static PipelineState pipelineState(@Nullable String word) {
        return word(word, PipelineState.UNKNOWN);
    }

    static JobState jobState(@Nullable String word) {
        return word(word, JobState.UNKNOWN);
    }

    /** A result counts only at the end: before, it is left out, or is the protocol's first word and means nothing. */
    static @Nullable Result result(boolean ended, @Nullable String word) {
        return ended ? word(word, Result.UNKNOWN) : null;
    }

    static @Nullable ResultReason reason(boolean ended, @Nullable String word) {
        return ended && some(word) != null ? word(word, ResultReason.UNKNOWN) : null;
    }

    static List<EnvVar> environment(@Nullable List<@Nullable WireEnvVar> variables) {
        return list(variables).stream()
                .filter(each -> some(each.name()) != null)
                .map(each -> new EnvVar(text(each.name()), text(each.value())))
                .toList();
    }
}
