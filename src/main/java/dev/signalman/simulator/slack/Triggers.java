package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The {@code trigger_id}s that were given out: each opens one view, within three seconds. */
final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);

    private record Trigger(String person, Instant until) {}

    private final Stamps stamps;
    private final Map<String, Trigger> given = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Triggers(Stamps stamps) {
        this.stamps = stamps;
    }

    synchronized String give(String person) {
        var id = stamps.trigger();
        given.put(id, new Trigger(person, stamps.now().plus(LIFE)));
        return id;
    }

    /** The person who pulled it; a refused exchange leaves it as it was. */
    synchronized String owner(String id) {
        var trigger = given.get(id);
        if (trigger == null) {
            throw new SlackRefusal("invalid_trigger_id");
        }
        if (used.contains(id)) {
            throw new SlackRefusal("exchanged_trigger_id");
        }
        if (stamps.now().isAfter(trigger.until())) {
            throw new SlackRefusal("expired_trigger_id");
        }
        return trigger.person();
    }

    synchronized void exchange(String id) {
        used.add(id);
    }
}
