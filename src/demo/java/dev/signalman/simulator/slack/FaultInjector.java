package dev.signalman.simulator.slack;

import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records each call of the bot and applies the ordered faults. */
final class FaultInjector {
    /** An answer, and Slack's error code if it is a refusal. */
    record Answered(Reply reply, @Nullable String error) {}

    private final TimestampGenerator timestampGenerator;
    private final SlackFaults faults;
    private final List<SlackApiCall> calls = new ArrayList<>();
    private volatile Consumer<String> listener = body -> {};

    FaultInjector(TimestampGenerator timestampGenerator, SlackFaults faults) {
        this.timestampGenerator = timestampGenerator;
        this.faults = faults;
    }

    /** Passes each request body to a listener from now on. */
    void tap(Consumer<String> other) {
        listener = other;
    }

    void came(HttpCall call) {
        listener.accept(new String(call.body(), StandardCharsets.UTF_8));
    }

    Reply through(String method, @Nullable String channel, @Nullable String text, Supplier<Answered> act)
            throws InterruptedException {
        var fault = faults.of(method, channel, text);
        if (fault instanceof SlackFault.Slow slow) {
            Thread.sleep(slow.delay().toMillis());
        }
        if (fault == null || fault instanceof SlackFault.Slow) {
            var answered = act.get();
            return record(method, channel, answered.error(), answered.reply());
        }
        if (fault instanceof SlackFault.RateLimited limited) {
            return record(
                    method,
                    channel,
                    "ratelimited",
                    rateLimited(limited.seconds()).reply());
        }
        if (fault instanceof SlackFault.Http http) {
            return record(method, channel, "http_" + http.status(), Reply.text(http.status(), "upstream error"));
        }
        if (fault instanceof SlackFault.Refused refused) {
            var refusal = new SlackRefusal(refused.error());
            return record(method, channel, refused.error(), Reply.json(200, SlackJson.write(refusal.body())));
        }
        if (fault instanceof SlackFault.LandsLater) {
            faults.holdBack(() -> record(method, channel, act.get().error(), Reply.cut()));
        } else if (fault instanceof SlackFault.AnswerLost) {
            record(method, channel, act.get().error(), Reply.cut());
        } else {
            record(method, channel, "connection_lost", Reply.cut());
        }
        return Reply.cut();
    }

    static Answered rateLimited(long seconds) {
        var body = SlackJson.write(new SlackRefusal("ratelimited").body());
        return new Answered(Reply.json(429, body).with("Retry-After", Long.toString(seconds)), "ratelimited");
    }

    synchronized Reply record(String method, @Nullable String channel, @Nullable String error, Reply reply) {
        calls.add(new SlackApiCall(method, channel, error, reply.status(), timestampGenerator.now()));
        return reply;
    }

    synchronized List<SlackApiCall> calls() {
        return List.copyOf(calls);
    }
}
