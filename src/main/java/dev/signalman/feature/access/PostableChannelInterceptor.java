package dev.signalman.feature.access;

import dev.signalman.chat.Messenger;
import dev.signalman.command.Command;
import dev.signalman.command.CreateAgentToken;
import dev.signalman.command.Factor;
import dev.signalman.command.Grammar;
import dev.signalman.command.Link;
import dev.signalman.command.Refusal;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.command.Unlink;
import dev.signalman.command.Verb;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.dispatch.Interceptor.Order;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import jakarta.inject.Inject;

/**
 * Refuses acts in a channel where the bot may not post the result, before anything happens. Commands between a person
 * and the bot alone are exempt.
 */
final class PostableChannelInterceptor implements Interceptor {
    private final Grammar grammar;
    private final Messenger messenger;

    @Inject
    PostableChannelInterceptor(Grammar grammar, Messenger messenger) {
        this.grammar = grammar;
        this.messenger = messenger;
    }

    @Override
    public Order stage() {
        return Order.PLACE;
    }

    @Override
    public void admit(Command command, Invocation invocation) {
        if (invocation.origin() instanceof Origin.Itself
                || grammar.verbOf(command).kind() != Verb.Kind.ACTS
                || invocation.origin() instanceof Origin.ByAgent // the rule says where its request is posted
                || command instanceof CreateAgentToken
                || command instanceof RevokeAgentToken
                || command instanceof Factor
                || command instanceof Link
                || command instanceof Unlink
                || messenger.reach(invocation.place().channel()).mayPost()) {
            return;
        }
        throw new Refusal("I can't post here, and everyone here should see what you change. Type /invite @Signalman, "
                + "then try again. In a direct message with someone else, use a channel instead.");
    }
}
