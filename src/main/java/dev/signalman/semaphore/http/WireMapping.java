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

/** Mapping rules for all answers: empty and missing values, and words in either case. */
final class WireMapping {
    private WireMapping() {}

    /** An environment variable. */
    record WireEnvVar(@Nullable String name, @Nullable String value) {}

    /** Maps null to the empty string. */
    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Maps the empty string to null. */
    static @Nullable String some(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** Fails if a required field is missing. */
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

    /** Parses a word in any case; {@code otherwise} for an unknown or missing one. */
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

    /** A result counts only at the end. Before that it is missing, or the protocol's first value without meaning. */
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
