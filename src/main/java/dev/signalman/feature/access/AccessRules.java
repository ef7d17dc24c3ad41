package dev.signalman.feature.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who alone may use which verb, as the configuration's {@code access:} says it.
 *
 * @param byVerb by a verb's words ({@code agents create}), by the first of them ({@code agents}, for all its verbs that act), or by
 *     {@code override}: ids of Slack user groups ({@code S…}) and people ({@code U…}, {@code W…}), or {@code everyone}. An empty list
 *     lets nobody
 */
public record AccessRules(Map<String, List<String>> byVerb) {
    /** What lets every full member. */
    public static final String EVERYONE = "everyone";

    /** The word under which promoting in spite of a pipeline's state is ruled. */
    public static final String OVERRIDE = "override";

    /** Nobody is named: what is closed by default stays closed. */
    public static final AccessRules NONE = new AccessRules(Map.of());

    /** Keeps its own copies. */
    public AccessRules {
        var copy = new HashMap<String, List<String>>();
        byVerb.forEach((verb, who) -> copy.put(verb, List.copyOf(who)));
        byVerb = Map.copyOf(copy);
    }

    /** Who alone may, by the first of {@code keys} that is ruled; null when none is. */
    @Nullable
    Rule first(String... keys) {
        for (var key : keys) {
            var who = byVerb.get(key);
            if (who != null) {
                return new Rule(key, who);
            }
        }
        return null;
    }

    /** What is ruled under one word. */
    record Rule(String key, List<String> who) {}
}
