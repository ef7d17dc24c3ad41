package dev.signalman.slack.inbound;

import com.slack.api.bolt.response.Response;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The way to answer the request at hand before its route is done. Bolt hands its routes nothing of ours, but calls them on the
 * thread that runs its app.
 */
final class EarlyResponse {
    private static final ThreadLocal<Consumer<Response>> CURRENT = new ThreadLocal<>();

    /** Does {@code work}, in which {@link #way} leads to {@code first}. */
    <T> T during(Consumer<Response> first, Callable<T> work) throws Exception {
        CURRENT.set(first);
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }

    /** What takes the early answer, from any thread and at any time. */
    Consumer<Response> way() {
        var first = CURRENT.get();
        return first == null ? EarlyResponse::toNobody : first;
    }

    private static void toNobody(Response dropped) {}
}
