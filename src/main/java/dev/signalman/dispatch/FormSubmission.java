package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled into a form. Secrets may be in it, so it prints as nothing but its name.
 *
 * @param form names the form that was open: the same when it is submitted twice
 * @param values by field, without those that were left empty
 */
public record FormSubmission(String form, Actor actor, Map<String, List<String>> values) {
    /** Keeps its own copies. */
    public FormSubmission {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((field, given) -> {
            if (!given.isEmpty()) {
                copy.put(field, List.copyOf(given));
            }
        });
        values = Map.copyOf(copy);
    }

    /** What stands in a field; null for nothing. Of several choices it is the first. */
    public @Nullable String text(String field) {
        var given = all(field);
        return given.isEmpty() ? null : given.get(0);
    }

    /** What stands in a field that must be filled in. */
    public String needed(String field) {
        return Objects.requireNonNull(text(field), field);
    }

    /** All that was chosen in a field; empty for nothing. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    @Override
    public String toString() {
        return "FormSubmission[" + form + "]";
    }
}
