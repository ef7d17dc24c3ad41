package dev.signalman.slack.inbound;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.command.UnescapedText;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Place;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import java.time.InstantSource;

/** Handles {@code /semaphore …}. Slack allows slash commands only outside threads. */
final class SlashCommandRoute implements SlashCommandHandler {
    /** The slash command. */
    static final String COMMAND = "/semaphore";

    private static final int LONGEST_TRIGGER = 100;

    private final TimedIntake timedIntake;
    private final EarlyResponse early;
    private final FormOpener formOpener;
    private final DelayedResponses delayedResponses;
    private final ResponseUrlAllowlist urls;
    private final InstantSource clock;

    SlashCommandRoute(
            TimedIntake timedIntake,
            EarlyResponse early,
            FormOpener formOpener,
            DelayedResponses delayedResponses,
            ResponseUrlAllowlist urls,
            InstantSource clock) {
        this.timedIntake = timedIntake;
        this.early = early;
        this.formOpener = formOpener;
        this.delayedResponses = delayedResponses;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public Response apply(SlashCommandRequest request, SlashCommandContext context) {
        long began = System.nanoTime();
        var payload = request.getPayload();
        if (!COMMAND.equals(payload.getCommand()) || payload.getUserId() == null || payload.getChannelId() == null) {
            return IntakeReplies.ephemeral("Signalman only answers " + COMMAND + ".");
        }
        var invocation = invocation(payload);
        var first = early.way(context);
        if (formOpener.mayAsk(invocation.line())
                && formOpener.opens(
                        () -> invocation,
                        payload.getTriggerId(),
                        () -> first.accept(context.ack()),
                        words -> say(invocation, words))) {
            return context.ack();
        }
        var words = IntakeReplies.of(timedIntake.receive(
                began, () -> invocation, () -> first.accept(IntakeReplies.ephemeral(IntakeReplies.UNCERTAIN))));
        return words == null ? context.ack() : IntakeReplies.ephemeral(words);
    }

    private Invocation invocation(SlashCommandPayload payload) {
        var line = UnescapedText.decode(InboundText.text(payload.getText())).strip();
        return new Invocation(
                id(payload),
                InboundText.actor(payload.getUserId(), payload.getTeamId(), payload.getUserName()),
                Place.channel(payload.getChannelId()),
                line.isEmpty() ? "help" : line,
                new Origin.Typed(),
                clock.instant(),
                urls.trusted(payload.getResponseUrl()));
    }

    private void say(Invocation invocation, String words) {
        delayedResponses.say(invocation.place(), invocation.actor().userId(), invocation.responseUrl(), words);
    }

    private static String id(SlashCommandPayload payload) {
        var trigger = payload.getTriggerId();
        if (trigger != null && !trigger.isEmpty() && trigger.length() <= LONGEST_TRIGGER) {
            return "command:" + trigger;
        }
        return "command:"
                + StableId.name(
                        trigger,
                        payload.getTeamId(),
                        payload.getChannelId(),
                        payload.getUserId(),
                        payload.getText(),
                        payload.getResponseUrl());
    }
}
