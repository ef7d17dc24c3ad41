package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The issued {@code trigger_id}s: each opens one view, within three seconds. */
final class TriggerIds {
    private static final Duration LIFE = Duration.ofSeconds(3);

    private record Trigger(String person, Instant until) {}

    private final TimestampGenerator timestampGenerator;
    private final Map<String, Trigger> given = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    TriggerIds(TimestampGenerator timestampGenerator) {
        this.timestampGenerator = timestampGenerator;
    }

    synchronized String give(String person) {
        var id = timestampGenerator.trigger();
        given.put(id, new Trigger(person, timestampGenerator.now().plus(LIFE)));
        return id;
    }

    /** The trigger's person; a refused use does not consume it. */
    synchronized String owner(String id) {
        var trigger = given.get(id);
        if (trigger == null) {
            throw new SlackRefusal("invalid_trigger_id");
        }
        if (used.contains(id)) {
            throw new SlackRefusal("exchanged_trigger_id");
        }
        if (timestampGenerator.now().isAfter(trigger.until())) {
            throw new SlackRefusal("expired_trigger_id");
        }
        return trigger.person();
    }

    synchronized void exchange(String id) {
        used.add(id);
    }
}
