package dev.signalman.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names an event by Slack's {@code event_id}, which is the same in each of its retries (docs/slack.md, "Events"). */
final class EventId {
    private static final Pattern USUAL = Pattern.compile("[A-Za-z0-9]{4,80}");

    private EventId() {}

    /** The id of an invocation; made of {@code otherwise} where Slack gives none. */
    static String of(EventsApiPayload<?> payload, @Nullable String... otherwise) {
        var id = payload.getEventId();
        return "event:" + (id != null && USUAL.matcher(id).matches() ? id : StableId.name(otherwise));
    }
}
