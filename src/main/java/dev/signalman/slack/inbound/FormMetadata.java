package dev.signalman.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code private_metadata} of a form: the line for which it was opened, and its place. It grants no rights.
 *
 * @param line the line, or the reference of a long one
 * @param opened the press that opened the form; null for a typed line
 * @param responseUrl not verified; null for none
 * @param at when the form was opened; a {@code response_url} is valid for 30 minutes
 */
record FormMetadata(
        String line,
        Place place,
        Origin.@Nullable Pressed opened,
        @Nullable String responseUrl,
        Instant at) {
    /** Slack's limit, in characters. */
    static final int LONGEST = 3_000;

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final Pattern CONVERSATION = Pattern.compile("[CDG][A-Z0-9]{2,40}");
    private static final Pattern THREAD = Pattern.compile("\\d{1,12}\\.\\d{1,12}");

    static FormMetadata of(Invocation asked) {
        return new FormMetadata(
                asked.line(), asked.place(), asked.origin().press(), asked.responseUrl(), asked.taken());
    }

    FormMetadata with(String line) {
        return new FormMetadata(line, place, opened, responseUrl, at);
    }

    String written() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("line", line)
                .put("channel", place.channel())
                .put("at", at.getEpochSecond());
        if (place.thread() != null) {
            json.put("thread", place.thread());
        }
        if (opened != null) {
            json.putObject("press")
                    .put("card", opened.cardKey())
                    .put("drawing", opened.drawing())
                    .put("label", opened.label())
                    .put("ephemeral", opened.ephemeral());
        }
        if (responseUrl != null) {
            json.put("url", responseUrl);
        }
        return json.toString();
    }

    /**
     * An invocation of {@code line} by {@code actor}. It has no {@code response_url}, since only the form uses the
     * result.
     */
    Invocation asked(Actor actor, String line, Instant now) {
        return new Invocation("form", actor, place, line, new Origin.Submitted(opened), now, null);
    }

    /** Parses what {@link #written} returned; null if malformed. */
    static @Nullable FormMetadata read(@Nullable String written) {
        if (written == null || written.isEmpty() || written.length() > LONGEST) {
            return null;
        }
        try {
            return read(JSON.readTree(written));
        } catch (JsonProcessingException misshapen) {
            return null;
        }
    }

    private static @Nullable FormMetadata read(JsonNode json) {
        var channel = json.path("channel").asText();
        var thread = json.path("thread").asText("");
        if (!CONVERSATION.matcher(channel).matches()
                || !(thread.isEmpty() || THREAD.matcher(thread).matches())
                || !json.path("line").isTextual()
                || !json.path("at").canConvertToLong()) {
            return null;
        }
        return new FormMetadata(
                InboundText.text(json.path("line").asText()),
                new Place(channel, thread.isEmpty() ? null : thread),
                json.has("press") ? press(json.path("press")) : null,
                json.path("url").textValue(),
                Instant.ofEpochSecond(json.path("at").asLong()));
    }

    private static Origin.Pressed press(JsonNode json) {
        return new Origin.Pressed(
                json.path("card").textValue(),
                json.path("drawing").asInt(),
                json.path("label").asText(),
                json.path("ephemeral").asBoolean());
    }

    @Override
    public String toString() {
        return "FormMetadata[" + at + "]";
    }
}
