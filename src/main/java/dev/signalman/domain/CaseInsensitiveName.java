package dev.signalman.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the real spelling of a name, since case does not matter in what people type. */
public final class CaseInsensitiveName {
    private CaseInsensitiveName() {}

    /** The name spelled exactly so, else the only one that differs in case alone; empty for none or several. */
    public static Optional<String> of(String said, Collection<String> real) {
        var like = all(said, real);
        return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
    }

    /** The name spelled exactly so, else all that differ in case alone. */
    public static List<String> all(String said, Collection<String> real) {
        if (real.contains(said)) {
            return List.of(said);
        }
        return real.stream().filter(said::equalsIgnoreCase).distinct().sorted().toList();
    }
}
