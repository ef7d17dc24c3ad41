package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Filters of a list; an absent or empty filter passes everything. */
record ListFilters(RequestParameters parameters) {
    boolean matches(String name, String actual) {
        var wanted = parameters.text(name);
        return wanted.isEmpty() || wanted.equals(actual);
    }

    /**
     * Strictly between two times in Unix seconds.
     *
     * @throws SemaphoreRefusal when they are not numbers, or in the wrong order
     */
    Predicate<Instant> between(String after, String before) {
        var from = seconds(after, Instant.MIN);
        var to = seconds(before, Instant.MAX);
        if (!from.isBefore(to)) {
            throw new SemaphoreRefusal(
                    SemaphoreRefusal.Kind.INVALID,
                    "Inavlid values od fields '" + after + "' and '" + before + "' - first has to be before second.");
        }
        return moment -> moment.isAfter(from) && moment.isBefore(to);
    }

    private Instant seconds(String name, Instant otherwise) {
        var text = parameters.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,11}")) {
            throw new SemaphoreRefusal(SemaphoreRefusal.Kind.INTERNAL, name + " is no number");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    static <T> List<T> newestFirst(Stream<T> inOrderOfCreation) {
        var list = new ArrayList<>(inOrderOfCreation.toList());
        Collections.reverse(list);
        return list;
    }
}
