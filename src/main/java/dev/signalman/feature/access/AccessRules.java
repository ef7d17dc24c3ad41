package dev.signalman.feature.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration's {@code access:}: who may use which verb.
 *
 * @param byVerb ids of Slack user groups ({@code S…}) and people ({@code U…}, {@code W…}), or {@code everyone}, by a
 *     verb's words ({@code agents create}), by its first word ({@code agents}, for all its acts), or by
 *     {@code override} or {@code ask_by_agent}; an empty list admits nobody
 */
public record AccessRules(Map<String, List<String>> byVerb) {
    /** Admits every full member. */
    public static final String EVERYONE = "everyone";

    /** The key for promoting despite a pipeline's state. */
    public static final String OVERRIDE = "override";

    /** The key for people whose agents may ask. */
    public static final String ASK_BY_AGENT = "ask_by_agent";

    /** No rules: what is closed by default stays closed. */
    public static final AccessRules NONE = new AccessRules(Map.of());

    /** Keeps its own copies. */
    public AccessRules {
        var copy = new HashMap<String, List<String>>();
        byVerb.forEach((verb, who) -> copy.put(verb, List.copyOf(who)));
        byVerb = Map.copyOf(copy);
    }

    /** The first rule among {@code keys}; null for none. */
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

    /** The rule for one key. */
    record Rule(String key, List<String> who) {}
}
