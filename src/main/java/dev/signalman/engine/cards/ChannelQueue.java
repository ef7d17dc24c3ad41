package dev.signalman.engine.cards;

import dev.signalman.chat.Messenger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** This process's state of a channel whose cards it shows. Used by one thread at a time. */
final class ChannelQueue {
    private final Map<String, Instant> nextUpdate = new HashMap<>();
    private final Map<String, Posted> unwritten = new HashMap<>();
    private Instant nextPost;
    private boolean late;
    private @Nullable Future<?> timer;

    /**
     * A message that Slack accepted.
     *
     * @param row as it was sent
     * @param at its position in Slack
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

    /** Whether the last post came so late that it may be the first of many. */
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

    /** Keeps a message until it is recorded, so it is not sent again while the database is away. */
    void remember(Posted posted) {
        unwritten.put(posted.row().key(), posted);
    }

    List<Posted> unwritten() {
        return List.copyOf(unwritten.values());
    }

    void written(String key) {
        unwritten.remove(key);
    }

    /** Whether this state is no longer needed. */
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
