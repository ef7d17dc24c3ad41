package dev.signalman.simulator.slack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request from Slack to the bot, and the answer.
 *
 * @param headers of the request, with its signature
 * @param body as sent
 * @param status of the answer, 0 for none
 * @param answer the answer's body
 * @param error {@code operation_timeout} or {@code dispatch_failed}; null after a 2xx in time
 * @param retriesRefused whether the answer asked for no retries
 */
public record SlackDelivery(
        Map<String, String> headers,
        String body,
        int status,
        String answer,
        @Nullable String error,
        boolean retriesRefused) {
    /** Copies the headers. */
    public SlackDelivery {
        headers = Map.copyOf(headers);
    }

    /** Whether the bot accepted it. */
    public boolean taken() {
        return error == null;
    }

    @Override
    public String toString() {
        return "Delivery answered with " + status + (error == null ? "" : ", " + error);
    }
}
