package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a submitted form. They may include secrets, so {@code toString} prints only the form's id.
 *
 * @param form the id of the open form, equal if it is submitted twice
 * @param values by field name, without empty fields
 */
public record FormSubmission(String form, Actor actor, Map<String, List<String>> values) {
    /** Copies the values, and drops empty fields. */
    public FormSubmission {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((field, given) -> {
            if (!given.isEmpty()) {
                copy.put(field, List.copyOf(given));
            }
        });
        values = Map.copyOf(copy);
    }

    /** The value of a field, the first of several; null when it is empty. */
    public @Nullable String text(String field) {
        var given = all(field);
        return given.isEmpty() ? null : given.get(0);
    }

    /** The value of a required field. */
    public String needed(String field) {
        return Objects.requireNonNull(text(field), field);
    }

    /** All values of a field; empty for none. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    @Override
    public String toString() {
        return "FormSubmission[" + form + "]";
    }
}
