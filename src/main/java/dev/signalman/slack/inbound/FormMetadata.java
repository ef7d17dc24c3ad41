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
 * What a form carries with it, in {@code private_metadata}, so that what is submitted goes the way of the line it was opened for. It is a
 * saved line and where it was said, and gives no right: nothing of it says who may do what.
 *
 * @param line the line, or the reference of one that is too long
 * @param opened the press that opened it; null for a typed line
 * @param responseUrl not judged yet; null when there is none
 * @param at when it was opened: a response_url is good for half an hour
 */
record FormMetadata(
        String line,
        Place place,
        Origin.@Nullable Pressed opened,
        @Nullable String responseUrl,
        Instant at) {
    /** As many characters as Slack takes. */
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

    /** The line again, said by {@code actor}; nobody but the form is told what comes of it. */
    Invocation asked(Actor actor, String line, Instant now) {
        return new Invocation("form", actor, place, line, new Origin.Submitted(opened), now, null);
    }

    /** What was written; null when it was not written like that. */
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
