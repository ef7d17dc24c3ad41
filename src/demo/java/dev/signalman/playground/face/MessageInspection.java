package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.playground.stage.RecordedCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a message: its blocks, the calls to Semaphore that preceded each drawing, and rows of the ledger. The
 * bot's calls do not say what they are for, so calls and rows are found by time: those between what last came in and
 * the drawing.
 */
final class MessageInspection {
    private static final Set<String> POSTS = Set.of("chat.postMessage", "chat.postEphemeral", "response_url");
    /** What the page's messages have beyond Slack's. */
    private static final List<String> ADDED =
            List.of("from", "ephemeral", "edited", "deleted", "replyCount", "lastReply");

    private static final Duration ROUNDING = Duration.ofMillis(5);
    private static final int MOST_DRAWINGS = 8;

    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;

    MessageInspection(DemoEnvironment demo, NamedParticipants namedParticipants) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
    }

    /** A drawing: the call that posted or changed the message, and what had come in last before it. */
    private record Drawing(RecordedCall call, @Nullable RecordedCall cause, Instant from) {}

    ObjectNode of(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        var channel = namedParticipants.channel(pageRequest, window);
        var ts = pageRequest.text("ts");
        var shown = window.messages(channel, pageRequest.textIfAny("thread").orElse(null));
        var message = StreamSupport.stream(shown.spliterator(), false)
                .filter(each -> each.path("ts").asText().equals(ts))
                .findFirst()
                .orElseThrow(() -> BadPageRequestException.wrong("There is no such message any more."));
        var calls = demo.calls().after(0);
        var drawings = drawings(ts, calls);
        var sheet = PageJson.object();
        sheet.set("message", ((ObjectNode) message.deepCopy()).remove(ADDED));
        var shownDrawings = sheet.putArray("drawings");
        drawings.forEach(drawing -> shownDrawings.add(drawing(drawing, calls)));
        sheet.set("ledger", ledger(channel, drawings, calls));
        return sheet;
    }

    private static List<Drawing> drawings(String ts, List<RecordedCall> calls) {
        var drawings = new ArrayList<Drawing>();
        for (var call : calls) {
            if (call.to().equals("Slack")
                    && (posts(call, ts, drawings) || call.message().equals(ts))) {
                var cause = cause(call, calls);
                var before = drawings.isEmpty()
                        ? Instant.MIN
                        : drawings.get(drawings.size() - 1).call().at();
                var came = cause == null ? Instant.MIN : cause.began();
                drawings.add(new Drawing(call, cause, came.isAfter(before) ? came : before));
            }
        }
        return drawings.subList(Math.max(0, drawings.size() - MOST_DRAWINGS), drawings.size());
    }

    private static boolean posts(RecordedCall call, String ts, List<Drawing> before) {
        if (!before.isEmpty() || !POSTS.contains(call.path())) {
            return false;
        }
        var posted = instant(ts);
        return !posted.isBefore(call.began().minus(ROUNDING))
                && !posted.isAfter(call.at().plus(ROUNDING));
    }

    private static Instant instant(String ts) {
        try {
            return Instant.EPOCH.plusNanos(new BigDecimal(ts).movePointRight(9).longValue());
        } catch (NumberFormatException noTime) {
            return Instant.EPOCH;
        }
    }

    /** What last came in before a call. */
    private static @Nullable RecordedCall cause(RecordedCall drawn, List<RecordedCall> calls) {
        return calls.stream()
                .filter(each -> each.to().equals("bot") && each.began().isBefore(drawn.at()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static ObjectNode drawing(Drawing drawing, List<RecordedCall> calls) {
        var sheet = PageJson.object();
        sheet.set("call", CallJson.of(drawing.call()));
        sheet.set("cause", drawing.cause() == null ? null : CallJson.of(drawing.cause()));
        var made = sheet.putArray("calls");
        calls.stream()
                .filter(each -> each.to().equals("Semaphore"))
                .filter(each -> !each.at().isBefore(drawing.from())
                        && !each.at().isAfter(drawing.call().at()))
                .forEach(each -> made.add(CallJson.of(each)));
        return sheet;
    }

    /** The rows about this channel from each cause until the next thing came in; null when no bot answers. */
    private @Nullable ArrayNode ledger(String channel, List<Drawing> drawings, List<RecordedCall> calls) {
        var written = demo.ledger().rows();
        if (written.isEmpty()) {
            return null;
        }
        var rows = PageJson.array();
        written.get().stream()
                .map(PageJson::parsed)
                .flatMap(Optional::stream)
                .filter(row -> row.path("channel").asText().equals(channel))
                .filter(row -> isOf(drawings, calls, row))
                .forEach(rows::add);
        return rows;
    }

    private static boolean isOf(List<Drawing> drawings, List<RecordedCall> calls, JsonNode row) {
        var at = Instant.parse(row.path("at").asText());
        return drawings.stream()
                .map(Drawing::cause)
                .filter(Objects::nonNull)
                .anyMatch(cause -> !at.isBefore(cause.began()) && at.isBefore(next(cause, calls)));
    }

    private static Instant next(RecordedCall cause, List<RecordedCall> calls) {
        return calls.stream()
                .filter(each -> each.to().equals("bot") && each.number() > cause.number())
                .map(RecordedCall::began)
                .findFirst()
                .orElse(Instant.MAX);
    }
}
