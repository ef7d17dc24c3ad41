package dev.signalman.feature.agenttokens;

import dev.signalman.command.Command;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.dispatch.Interceptor.Order;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import jakarta.inject.Inject;

/** Refuses what an agent asked for before its token was revoked. */
final class RevokedTokenInterceptor implements Interceptor {
    private final AgentTokenStore tokens;

    @Inject
    RevokedTokenInterceptor(AgentTokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public Order stage() {
        return Order.AUTHORIZE;
    }

    @Override
    public void admit(Command command, Invocation invocation) {
        if (invocation.origin() instanceof Origin.ByAgent by
                && tokens.withId(by.token()).isEmpty()) {
            throw new Refusal("The token of " + by.agent() + " was revoked. Nothing was changed.");
        }
    }
}
