package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The endpoint {@code /api/<method>}: authentication, scopes, rate limits and faults. */
final class WebApiEndpoint {
    private final SimulatedWorkspace workspace;
    private final AppInstallation app;
    private final Map<String, ApiMethod> methods;
    private final RateLimits limits;
    private final TimestampGenerator timestampGenerator;
    private final FaultInjector faultInjector;

    WebApiEndpoint(
            SimulatedWorkspace workspace,
            AppInstallation app,
            List<ApiMethod> methods,
            RateLimits limits,
            TimestampGenerator timestampGenerator,
            FaultInjector faultInjector) {
        this.workspace = workspace;
        this.app = app;
        this.methods = methods.stream().collect(Collectors.toMap(ApiMethod::name, Function.identity()));
        this.limits = limits;
        this.timestampGenerator = timestampGenerator;
        this.faultInjector = faultInjector;
    }

    /** Every answer contains Slack's time. */
    Reply answer(HttpCall call, String method) throws InterruptedException {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                timestampGenerator.now().atOffset(ZoneOffset.UTC));
        return reply(call, method).with("Date", date);
    }

    private Reply reply(HttpCall call, String method) throws InterruptedException {
        faultInjector.came(call);
        MethodArguments arguments;
        try {
            arguments = MethodArguments.of(call);
        } catch (SlackRefusal refusal) {
            return faultInjector.record(method, null, refusal.word(), Reply.json(200, SlackJson.write(refusal.body())));
        }
        return faultInjector.through(
                method, arguments.text("channel"), written(arguments), () -> act(call, method, arguments));
    }

    private FaultInjector.Answered act(HttpCall call, String method, MethodArguments arguments) {
        try {
            var known = methods.get(method);
            if (known == null) {
                throw new SlackRefusal("unknown_method").with("req_method", method);
            }
            if (known.appLevel()) {
                authenticateApp(call, known);
            } else {
                authenticate(call, arguments);
                if (known.scope() != null) {
                    new BotChannelAccess(workspace, app).needs(known.scope());
                }
            }
            wait(limits.secondsToWait(method, known.perMinute(), timestampGenerator.now()));
            var fields = workspace.together(() -> known.answer().apply(arguments));
            ObjectNode body = SlackJson.object().put("ok", true);
            body.setAll(fields);
            return new FaultInjector.Answered(scoped(known, Reply.json(200, SlackJson.write(body))), null);
        } catch (SlackRefusal refusal) {
            return new FaultInjector.Answered(Reply.json(200, SlackJson.write(refusal.body())), refusal.word());
        } catch (RateLimited limited) {
            return FaultInjector.rateLimited(limited.seconds());
        }
    }

    /** An answer to a valid token names its scopes. */
    private Reply scoped(ApiMethod method, Reply reply) {
        var scopes = method.appLevel() ? app.sockets().scopes() : app.scopes();
        return reply.with("x-oauth-scopes", scopes.stream().sorted().collect(Collectors.joining(",")));
    }

    private static void wait(OptionalLong seconds) {
        if (seconds.isPresent()) {
            throw new RateLimited(seconds.getAsLong());
        }
    }

    private void authenticate(HttpCall call, MethodArguments arguments) {
        var token = token(call, arguments);
        if (token == null || token.isBlank()) {
            throw new SlackRefusal("not_authed");
        }
        if (token.equals(app.sockets().appToken())) {
            throw new SlackRefusal("not_allowed_token_type");
        }
        if (!token.equals(app.botToken())) {
            throw new SlackRefusal("invalid_auth");
        }
    }

    private void authenticateApp(HttpCall call, ApiMethod method) {
        var token = token(call, new MethodArguments(SlackJson.object()));
        if (token == null || token.equals(app.botToken())) {
            throw new SlackRefusal(token == null ? "not_authed" : "not_allowed_token_type");
        }
        if (!token.equals(app.sockets().appToken())) {
            throw new SlackRefusal("invalid_auth");
        }
        if (method.scope() != null && !app.sockets().scopes().contains(method.scope())) {
            throw new SlackRefusal("missing_scope").with("needed", method.scope());
        }
    }

    /** What a fault may look for: a message's text, or else a view as JSON. */
    private static @Nullable String written(MethodArguments arguments) {
        var text = arguments.text("text");
        return text == null ? arguments.text("view") : text;
    }

    private static @Nullable String token(HttpCall call, MethodArguments arguments) {
        var header = call.header("authorization");
        return header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).strip()
                : arguments.text("token");
    }
}
