package dev.signalman.simulator.slack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that Slack sent to the bot, and what came back.
 *
 * @param headers of the request, with the signature that was made for it
 * @param body as it was sent
 * @param status of the answer, 0 when none came
 * @param answer the body of the answer
 * @param error {@code operation_timeout} or {@code dispatch_failed}, null when the bot answered with 2xx in time
 * @param retriesRefused whether the answer asked not to be sent this again
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

    /** Whether the bot took it. */
    public boolean taken() {
        return error == null;
    }

    @Override
    public String toString() {
        return "Delivery answered with " + status + (error == null ? "" : ", " + error);
    }
}
