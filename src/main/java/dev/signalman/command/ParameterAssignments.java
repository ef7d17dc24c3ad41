package dev.signalman.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code name=value} words of a line. A quoted name is a parameter, even if the verb has an option of that name.
 */
final class ParameterAssignments {
    private final List<Word> left;

    ParameterAssignments(List<Word> words) {
        this.left = new ArrayList<>(words);
    }

    /** Takes an option's value; null when it is not given. */
    @Nullable
    String take(String option) {
        var given = left.stream()
                .filter(word -> word.name().plain() && word.name().text().equals(option))
                .toList();
        if (given.size() > 1) {
            throw new Refusal(option + "= is given twice.");
        }
        left.removeAll(given);
        return given.isEmpty() ? null : given.get(0).value();
    }

    /** Takes all remaining words as parameters, in order; refuses the names in {@code reserved}. */
    Map<String, String> takeAll(Set<String> reserved) {
        var parameters = new LinkedHashMap<String, String>();
        for (var word : left) {
            var name = word.name().text();
            if (reserved.contains(name)) {
                throw new Refusal(QuotedText.of(name) + " can't be a parameter: Semaphore reserves that name.");
            }
            if (parameters.put(name, word.value()) != null) {
                throw new Refusal("The parameter " + QuotedText.of(name) + " is given twice.");
            }
        }
        left.clear();
        return parameters;
    }

    /** Refuses the remaining words. */
    void end() {
        if (!left.isEmpty()) {
            throw new Refusal(left.get(0).name().text() + "= isn't an option here.");
        }
    }
}
