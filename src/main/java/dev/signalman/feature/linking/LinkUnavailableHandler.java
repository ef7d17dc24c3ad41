package dev.signalman.feature.linking;

import dev.signalman.command.Link;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Explains how to enable linking. */
final class LinkUnavailableHandler implements Handler<Link> {
    @Inject
    LinkUnavailableHandler() {}

    @Override
    public Outcome handle(Link command, Invocation invocation) {
        throw new Refusal(LinkPhrases.OFF + " Nothing was changed.");
    }
}
