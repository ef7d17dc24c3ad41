package dev.signalman.slack.inbound;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.command.TypedText;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.InstantSource;

/** Takes {@code /semaphore …}. Slack allows slash commands outside threads alone. */
final class CommandRoute implements SlashCommandHandler {
    private static final int LONGEST_TRIGGER = 100;

    private final Reception reception;
    private final Early early;
    private final Opening opening;
    private final Asides asides;
    private final TrustedUrls urls;
    private final InstantSource clock;

    CommandRoute(
            Reception reception, Early early, Opening opening, Asides asides, TrustedUrls urls, InstantSource clock) {
        this.reception = reception;
        this.early = early;
        this.opening = opening;
        this.asides = asides;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public Response apply(SlashCommandRequest request, SlashCommandContext context) {
        long began = System.nanoTime();
        var payload = request.getPayload();
        if (!SlackInbound.COMMAND.equals(payload.getCommand())
                || payload.getUserId() == null
                || payload.getChannelId() == null) {
            return Ephemeral.response("Signalman answers " + SlackInbound.COMMAND + " alone.");
        }
        var invocation = invocation(payload);
        var first = early.way();
        if (opening.mayAsk(invocation.line())
                && opening.opens(
                        () -> invocation,
                        payload.getTriggerId(),
                        () -> first.accept(context.ack()),
                        words -> say(invocation, words))) {
            return context.ack();
        }
        var words = Words.of(
                reception.receive(began, () -> invocation, () -> first.accept(Ephemeral.response(Words.UNCERTAIN))));
        return words == null ? context.ack() : Ephemeral.response(words);
    }

    private Invocation invocation(SlashCommandPayload payload) {
        var line = TypedText.decode(Foreign.text(payload.getText())).strip();
        var name = Foreign.first(payload.getUserName(), payload.getUserId());
        return new Invocation(
                id(payload),
                new Actor(payload.getUserId(), Foreign.text(name), payload.getTeamId()),
                Place.channel(payload.getChannelId()),
                line.isEmpty() ? "help" : line,
                new Origin.Typed(),
                clock.instant(),
                urls.trusted(payload.getResponseUrl()));
    }

    private void say(Invocation invocation, String words) {
        asides.say(invocation.place(), invocation.actor().userId(), invocation.responseUrl(), words);
    }

    private static String id(SlashCommandPayload payload) {
        var trigger = payload.getTriggerId();
        if (trigger != null && !trigger.isEmpty() && trigger.length() <= LONGEST_TRIGGER) {
            return "command:" + trigger;
        }
        return "command:"
                + Stable.name(
                        trigger,
                        payload.getTeamId(),
                        payload.getChannelId(),
                        payload.getUserId(),
                        payload.getText(),
                        payload.getResponseUrl());
    }
}
