package dev.signalman.journal;

import dev.signalman.dispatch.Messenger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What this process remembers of a channel that it shows cards in. One thread at a time uses it. */
final class ChannelQueue {
    private final Map<String, Instant> nextUpdate = new HashMap<>();
    private final Map<String, Posted> unwritten = new HashMap<>();
    private Instant nextPost;
    private boolean late;
    private @Nullable Future<?> timer;

    /**
     * A message that Slack took.
     *
     * @param row as it was sent
     * @param at where it stands
     */
    record Posted(
            CardRow row, Messenger.Posted at, @Nullable String thread) {}

    ChannelQueue(Instant nextPost) {
        this.nextPost = nextPost;
    }

    Instant nextPost() {
        return nextPost;
    }

    Instant nextUpdate(String key) {
        return nextUpdate.getOrDefault(key, Instant.MIN);
    }

    void posted(Instant next) {
        nextPost = next;
    }

    /** Whether what was posted last came so late that it may be the first of many. */
    boolean late() {
        return late && unwritten.isEmpty();
    }

    void late(boolean is) {
        late = is;
    }

    void updated(String key, Instant now, Duration pause) {
        nextUpdate.values().removeIf(next -> next.isBefore(now));
        nextUpdate.put(key, now.plus(pause));
    }

    /** Remembers a message until it is written down, so that it is not sent again while the database is away. */
    void remember(Posted posted) {
        unwritten.put(posted.row().key(), posted);
    }

    List<Posted> unwritten() {
        return List.copyOf(unwritten.values());
    }

    void written(String key) {
        unwritten.remove(key);
    }

    /** Whether nothing that is remembered matters any more. */
    boolean forgettable(Instant now) {
        return unwritten.isEmpty()
                && nextPost.isBefore(now)
                && nextUpdate.values().stream().allMatch(next -> next.isBefore(now));
    }

    void wakeBy(@Nullable Future<?> next) {
        if (timer != null) {
            timer.cancel(false);
        }
        timer = next;
    }
}
