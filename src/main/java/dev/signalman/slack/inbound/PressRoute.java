package dev.signalman.slack.inbound;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LongLines;
import dev.signalman.slack.inbound.Reception.Receipt;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes presses of buttons and choices from menus. */
final class PressRoute implements BlockActionHandler {
    private final Reception reception;
    private final Early early;
    private final Opening opening;
    private final Redrawing redrawing;
    private final PressReader reader;
    private final LongLines longLines;
    private final Asides asides;
    private final InstantSource clock;

    PressRoute(
            Reception reception,
            Early early,
            Opening opening,
            Redrawing redrawing,
            PressReader reader,
            LongLines longLines,
            Asides asides,
            InstantSource clock) {
        this.reception = reception;
        this.early = early;
        this.opening = opening;
        this.redrawing = redrawing;
        this.reader = reader;
        this.longLines = longLines;
        this.asides = asides;
        this.clock = clock;
    }

    /** Always acknowledges: a button that only opens a link is reported too, and Slack marks it as broken otherwise. */
    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        long began = System.nanoTime();
        var first = early.way();
        if (Redrawing.concerns(request.getPayload())) {
            redrawing.after(request.getPayload(), () -> first.accept(context.ack()));
            return context.ack();
        }
        var press = reader.read(request.getPayload());
        if (press != null && !opens(request, press, () -> first.accept(context.ack()))) {
            var receipt = reception.receive(began, () -> invocation(press), () -> {
                first.accept(context.ack());
                say(press, Words.UNCERTAIN);
            });
            var words = Words.of(receipt);
            if (words != null && receipt != Receipt.TOO_MUCH_AGAIN) {
                say(press, words);
            }
        }
        return context.ack();
    }

    private boolean opens(BlockActionRequest request, Press press, Runnable acknowledge) {
        return opening.mayAsk(press.value())
                && opening.opens(
                        () -> invocation(press),
                        request.getPayload().getTriggerId(),
                        acknowledge,
                        words -> say(press, words));
    }

    private void say(Press press, String words) {
        asides.say(press.place(), press.actor().userId(), press.responseUrl(), words);
    }

    private @Nullable Invocation invocation(Press press) {
        var line = press.value().startsWith(LongLines.MARK) ? longLines.recall(press.value()) : press.value();
        return line == null ? null : press.invocation(line, clock.instant());
    }
}
