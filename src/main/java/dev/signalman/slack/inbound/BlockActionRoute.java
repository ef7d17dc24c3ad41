package dev.signalman.slack.inbound;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Handles presses of buttons and choices from menus. */
final class BlockActionRoute implements BlockActionHandler {
    private final TimedIntake timedIntake;
    private final EarlyResponse early;
    private final FormOpener formOpener;
    private final FormUpdater formUpdater;
    private final ResponseUrlAllowlist urls;
    private final LongLineStore longLines;
    private final DelayedResponses delayedResponses;
    private final InstantSource clock;

    BlockActionRoute(
            TimedIntake timedIntake,
            EarlyResponse early,
            FormOpener formOpener,
            FormUpdater formUpdater,
            ResponseUrlAllowlist urls,
            LongLineStore longLines,
            DelayedResponses delayedResponses,
            InstantSource clock) {
        this.timedIntake = timedIntake;
        this.early = early;
        this.formOpener = formOpener;
        this.formUpdater = formUpdater;
        this.urls = urls;
        this.longLines = longLines;
        this.delayedResponses = delayedResponses;
        this.clock = clock;
    }

    /** Always acknowledges: Slack also reports buttons that only open a link, and marks them as broken otherwise. */
    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        long began = System.nanoTime();
        var first = early.consumerFor(context);
        if (FormUpdater.concerns(request.getPayload())) {
            formUpdater.after(request.getPayload(), () -> first.accept(context.ack()));
            return context.ack();
        }
        var press = ButtonPress.read(request.getPayload(), urls);
        if (press != null && !opens(request, press, () -> first.accept(context.ack()))) {
            var receipt = timedIntake.receive(began, () -> invocation(press), () -> {
                first.accept(context.ack());
                say(press, IntakeReplies.UNCERTAIN);
            });
            var words = IntakeReplies.of(receipt);
            if (words != null && receipt != Receipt.TOO_MUCH_AGAIN) {
                say(press, words);
            }
        }
        return context.ack();
    }

    private boolean opens(BlockActionRequest request, ButtonPress press, Runnable acknowledge) {
        return formOpener.mayAsk(press.value())
                && formOpener.opens(
                        () -> invocation(press),
                        request.getPayload().getTriggerId(),
                        acknowledge,
                        words -> say(press, words));
    }

    private void say(ButtonPress press, String words) {
        delayedResponses.say(press.place(), press.actor().userId(), press.responseUrl(), words);
    }

    private @Nullable Invocation invocation(ButtonPress press) {
        var line = longLines.line(press.value());
        return line == null ? null : press.invocation(line, clock.instant());
    }
}
