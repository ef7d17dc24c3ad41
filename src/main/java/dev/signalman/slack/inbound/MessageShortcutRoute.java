package dev.signalman.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.command.Grammar;
import dev.signalman.command.Status;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Place;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Handles the message shortcut, which asks for the status of the first Semaphore page that the message links to. */
final class MessageShortcutRoute implements MessageShortcutHandler {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>|\"'`]{1,1000}");
    private static final int ENOUGH = 50;

    private final TimedIntake timedIntake;
    private final EarlyResponse early;
    private final ResponseUrlAllowlist urls;
    private final Grammar grammar;
    private final DelayedResponses delayedResponses;
    private final InstantSource clock;

    MessageShortcutRoute(
            TimedIntake timedIntake,
            EarlyResponse early,
            ResponseUrlAllowlist urls,
            Grammar grammar,
            DelayedResponses delayedResponses,
            InstantSource clock) {
        this.timedIntake = timedIntake;
        this.early = early;
        this.urls = urls;
        this.grammar = grammar;
        this.delayedResponses = delayedResponses;
        this.clock = clock;
    }

    @Override
    public Response apply(MessageShortcutRequest request, MessageShortcutContext context) {
        var payload = request.getPayload();
        if (payload.getUser() == null
                || payload.getUser().getId() == null
                || payload.getChannel() == null
                || payload.getChannel().getId() == null) {
            return context.ack();
        }
        var line = line(request);
        if (line.isEmpty()) {
            say(request, IntakeReplies.NO_PAGE);
            return context.ack();
        }
        var first = early.consumerFor(context);
        var receipt = timedIntake.receive(() -> invocation(request, line.get()), () -> {
            first.accept(context.ack());
            say(request, IntakeReplies.UNCERTAIN);
        });
        var words = IntakeReplies.of(receipt);
        if (words != null && receipt != Receipt.TOO_MUCH_AGAIN) {
            say(request, words);
        }
        return context.ack();
    }

    private Optional<String> line(MessageShortcutRequest request) {
        return urlsInMessage(request.getRequestBodyAsString()).stream()
                .flatMap(address -> grammar.page(address).stream())
                .map(subject -> grammar.print(new Status(subject)))
                .findFirst();
    }

    private Invocation invocation(MessageShortcutRequest request, String line) {
        var payload = request.getPayload();
        var user = payload.getUser();
        return new Invocation(
                "shortcut:"
                        + StableId.name(
                                payload.getTriggerId(), payload.getActionTs(), payload.getMessageTs(), user.getId()),
                InboundText.actor(user.getId(), user.getTeamId(), user.getName()),
                place(request),
                line,
                new Origin.Typed(),
                clock.instant(),
                urls.trusted(payload.getResponseUrl()));
    }

    private void say(MessageShortcutRequest request, String words) {
        var payload = request.getPayload();
        delayedResponses.say(place(request), payload.getUser().getId(), urls.trusted(payload.getResponseUrl()), words);
    }

    private static Place place(MessageShortcutRequest request) {
        var payload = request.getPayload();
        var thread = payload.getMessage() == null
                ? null
                : InboundText.first(payload.getMessage().getThreadTs());
        return new Place(payload.getChannel().getId(), Objects.equals(thread, payload.getMessageTs()) ? null : thread);
    }

    /** The distinct URLs in the message, in order: in its text, and in the blocks and attachments of other apps. */
    private static List<String> urlsInMessage(String payload) {
        try {
            var found = new ArrayList<String>();
            collect(JSON.readTree(payload).path("message"), found);
            return found.stream().distinct().limit(ENOUGH).toList();
        } catch (JsonProcessingException malformed) {
            return List.of(); // cannot happen: the request was parsed before
        }
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            ADDRESS.matcher(node.asText())
                    .results()
                    .map(address -> address.group().replace("&amp;", "&"))
                    .forEach(found::add);
        }
        node.forEach(child -> collect(child, found));
    }
}
