package dev.signalman.engine;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.RenderedCard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Records messages and fails on request. Instances may share it. */
public final class RecordingMessenger implements Messenger {
    /** Sent messages in order, e.g. {@code post C1 hello} or {@code update C1 1.0 hello}. */
    private final List<String> sent = new ArrayList<>();

    private final Map<String, Deque<MessengerException>> failures = new HashMap<>();
    private final AtomicReference<@Nullable Runnable> during = new AtomicReference<>();
    private int posts;

    /** Makes the next call whose record begins with {@code beginning} fail. */
    public synchronized void failNext(String beginning, MessengerException.Kind kind, Duration retryAfter) {
        failures.computeIfAbsent(beginning, unseen -> new ArrayDeque<>())
                .add(new MessengerException(kind, "as told", retryAfter));
    }

    /** Runs during the next post. */
    public void duringNextPost(Runnable happens) {
        during.set(happens);
    }

    public synchronized void failNext(String beginning, MessengerException.Kind kind) {
        failNext(beginning, kind, Duration.ZERO);
    }

    /** Whether all ordered failures happened. */
    public synchronized boolean failedAsTold() {
        return failures.values().stream().allMatch(Deque::isEmpty);
    }

    public synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    public synchronized List<String> sent(String beginning) {
        return sent.stream().filter(each -> each.startsWith(beginning)).toList();
    }

    @Override
    public Posted post(String channel, @Nullable String thread, RenderedCard renderedCard) {
        var posted = posted(channel, thread, renderedCard);
        var happens = during.getAndSet(null);
        if (happens != null) {
            happens.run();
        }
        return posted;
    }

    private synchronized Posted posted(String channel, @Nullable String thread, RenderedCard renderedCard) {
        note("post " + channel + (thread == null ? " " : " in " + thread + " ") + renderedCard.text());
        return new Posted(channel.replaceFirst("^U", "D"), ++posts + ".0");
    }

    @Override
    public synchronized void update(String channel, String timestamp, RenderedCard renderedCard) {
        note("update " + channel + " " + timestamp + " " + renderedCard.text());
    }

    @Override
    public synchronized void whisper(
            String channel, @Nullable String thread, String userId, RenderedCard renderedCard) {
        note("whisper " + channel + " " + userId + " " + renderedCard.text());
    }

    @Override
    public synchronized void respond(String responseUrl, RenderedCard renderedCard, boolean replace) {
        note((replace ? "replace " : "respond ") + responseUrl + " " + renderedCard.text());
    }

    @Override
    public String channelName(String channel) {
        return "";
    }

    @Override
    public Reach reach(String channel) {
        return new Reach(true, true, false);
    }

    synchronized void note(String call) {
        for (var each : failures.entrySet()) {
            if (call.startsWith(each.getKey()) && !each.getValue().isEmpty()) {
                throw each.getValue().remove();
            }
        }
        sent.add(call);
    }
}
