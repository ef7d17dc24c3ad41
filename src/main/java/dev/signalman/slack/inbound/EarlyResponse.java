package dev.signalman.slack.inbound;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Answers a request before its route returns. Bolt's context holds only strings, so it holds the number of the call,
 * and this class maps the number to the consumer of the answer.
 */
final class EarlyResponse {
    private static final String CALL = "signalman.call";

    private final AtomicLong lastCall = new AtomicLong();
    private final Map<String, Consumer<Response>> consumers = new ConcurrentHashMap<>();

    /** Runs {@code work}; meanwhile {@link #consumerFor} returns {@code first} for the contexts of these requests. */
    <T> T during(List<? extends Request<?>> requests, Consumer<Response> first, Callable<T> work) throws Exception {
        var call = Long.toString(lastCall.incrementAndGet());
        requests.forEach(request -> request.getContext().getAdditionalValues().put(CALL, call));
        consumers.put(call, first);
        try {
            return work.call();
        } finally {
            consumers.remove(call);
        }
    }

    /** The consumer of the early answer; it may be called on any thread and at any time. */
    Consumer<Response> consumerFor(Context context) {
        var first = consumers.get(context.getAdditionalValues().getOrDefault(CALL, ""));
        return first == null ? dropped -> {} : first;
    }
}
