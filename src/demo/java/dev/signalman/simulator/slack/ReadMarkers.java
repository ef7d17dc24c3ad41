package dev.signalman.simulator.slack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People's read positions by channel. */
final class ReadMarkers {
    private record Place(String person, String channel) {}

    private final Map<Place, String> readTo = new HashMap<>();
    private long changes;

    /** Marks everything up to {@code ts} as read. */
    synchronized void read(String person, String channel, String ts) {
        var place = new Place(person, channel);
        if (ts.compareTo(readTo.getOrDefault(place, "")) > 0) {
            readTo.put(place, ts);
            changes++;
        }
    }

    /** Number of later top-level messages from others, without ephemeral ones. */
    synchronized int unread(String person, String channel, List<PostedMessage> messages) {
        var last = readTo.getOrDefault(new Place(person, channel), "");
        return (int) messages.stream()
                .filter(each -> each.threadTs() == null && !each.ephemeral())
                .filter(each -> !each.author().equals(person))
                .filter(each -> each.ts().compareTo(last) > 0)
                .count();
    }

    synchronized long changes() {
        return changes;
    }
}
